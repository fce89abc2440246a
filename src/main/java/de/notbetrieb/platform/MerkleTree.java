package de.notbetrieb.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing tree of RFC 6962 section 2.1, as the roots of its perfect subtrees, largest first.
 * Immutable.
 */
public record MerkleTree(long size, List<Sha256> subtrees) {
  public static final MerkleTree EMPTY = new MerkleTree(0, List.of());

  public MerkleTree {
    subtrees = List.copyOf(subtrees);
    if (Long.bitCount(size) != subtrees.size()) {
      throw new IllegalArgumentException(
          "a tree of " + size + " leaves has " + Long.bitCount(size) + " perfect subtrees");
    }
  }

  /** MTH of one leaf: SHA-256 of 0x00 and the leaf's bytes. */
  public static Sha256 leaf(byte[] bytes) {
    return Sha256.of(new byte[] {0}, bytes);
  }

  /** The tree of these leaves' hashes. */
  public static MerkleTree of(List<Sha256> leaves) {
    MerkleTree tree = EMPTY;
    for (Sha256 leaf : leaves) {
      tree = tree.with(leaf);
    }
    return tree;
  }

  public MerkleTree with(Sha256 leaf) {
    List<Sha256> grown = new ArrayList<>(subtrees);
    Sha256 right = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      right = node(grown.removeLast(), right);
    }
    grown.add(right);
    return new MerkleTree(size + 1, grown);
  }

  /** MTH of the whole tree; of the empty tree SHA-256 of nothing. */
  public Sha256 root() {
    if (subtrees.isEmpty()) {
      return Sha256.of();
    }
    Sha256 root = subtrees.getLast();
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = node(subtrees.get(i), root);
    }
    return root;
  }

  /** The subtrees' roots as one hex string, for the database. */
  public String frontier() {
    return String.join("", subtrees.stream().map(Sha256::hex).toList());
  }

  public static MerkleTree ofFrontier(long size, String frontier) {
    List<Sha256> subtrees = new ArrayList<>();
    for (int at = 0; at < frontier.length(); at += 64) {
      subtrees.add(new Sha256(frontier.substring(at, at + 64)));
    }
    return new MerkleTree(size, subtrees);
  }

  /** MTH of two neighbours: SHA-256 of 0x01 and both hashes. */
  static Sha256 node(Sha256 left, Sha256 right) {
    return Sha256.of(new byte[] {1}, left.bytes(), right.bytes());
  }
}
