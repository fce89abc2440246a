package de.notbetrieb.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * Proofs in an RFC 6962 tree: that a leaf is in it, and that a longer tree begins with a shorter one.
 * Made from the leaves' hashes, checked without them (RFC 9162 sections 2.1.3.2 and 2.1.4.2).
 */
public final class TreeProof {
  private TreeProof() {}

  /** The hashes from the leaf's sibling up to the child of the root. */
  public static List<Sha256> inclusion(List<Sha256> leaves, int index) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = split(leaves.size());
    List<Sha256> left = leaves.subList(0, split);
    List<Sha256> right = leaves.subList(split, leaves.size());
    List<Sha256> proof =
        new ArrayList<>(index < split ? inclusion(left, index) : inclusion(right, index - split));
    proof.add(root(index < split ? right : left));
    return proof;
  }

  /** That the tree of all leaves begins with the tree of the first {@code from}; empty from 0. */
  public static List<Sha256> consistency(List<Sha256> leaves, int from) {
    return from == 0 || from == leaves.size() ? List.of() : subProof(leaves, from, true);
  }

  private static List<Sha256> subProof(List<Sha256> leaves, int from, boolean whole) {
    if (from == leaves.size()) {
      return whole ? List.of() : List.of(root(leaves));
    }
    int split = split(leaves.size());
    List<Sha256> left = leaves.subList(0, split);
    List<Sha256> right = leaves.subList(split, leaves.size());
    List<Sha256> proof =
        new ArrayList<>(
            from <= split ? subProof(left, from, whole) : subProof(right, from - split, false));
    proof.add(root(from <= split ? right : left));
    return proof;
  }

  /** The largest power of two below the size. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  public static Sha256 root(List<Sha256> leaves) {
    return MerkleTree.of(leaves).root();
  }

  /** Whether the leaf stands at that place of the tree with that root. */
  public static boolean isIncluded(
      Sha256 leaf, long index, long size, Sha256 root, List<Sha256> proof) {
    if (index < 0 || index >= size) {
      return false;
    }
    long place = index;
    long last = size - 1;
    Sha256 hash = leaf;
    for (Sha256 sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        hash = MerkleTree.node(sibling, hash);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.node(hash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /** Whether the longer tree begins with the shorter one. */
  public static boolean isConsistent(Checkpoint from, Checkpoint to, List<Sha256> proof) {
    if (from.size() > to.size()) {
      return false;
    }
    if (from.size() == to.size() || from.size() == 0) {
      Sha256 expected = from.size() == 0 ? MerkleTree.EMPTY.root() : to.root();
      return proof.isEmpty() && from.root().equals(expected);
    }
    List<Sha256> path = new ArrayList<>(proof);
    if (Long.bitCount(from.size()) == 1) {
      path.addFirst(from.root());
    }
    return !path.isEmpty() && leadsToBoth(from, to, path);
  }

  private static boolean leadsToBoth(Checkpoint from, Checkpoint to, List<Sha256> path) {
    long place = from.size() - 1;
    long last = to.size() - 1;
    while ((place & 1) == 1) {
      place >>= 1;
      last >>= 1;
    }
    Sha256 shorter = path.getFirst();
    Sha256 longer = path.getFirst();
    for (Sha256 hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        shorter = MerkleTree.node(hash, shorter);
        longer = MerkleTree.node(hash, longer);
        while ((place & 1) == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        longer = MerkleTree.node(longer, hash);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && shorter.equals(from.root()) && longer.equals(to.root());
  }
}
