package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeProofTest {
  private static final int SIZES = 40;
  private static final List<Sha256> LEAVES =
      IntStream.range(0, SIZES).mapToObj(i -> MerkleTree.leaf(new byte[] {(byte) i})).toList();

  @Test
  void everyLeafOfEveryTreeIsProvenAtItsPlaceAndAtNoOther() {
    for (int size = 1; size <= SIZES; size++) {
      List<Sha256> tree = LEAVES.subList(0, size);
      Sha256 root = TreeProof.root(tree);
      for (int index = 0; index < size; index++) {
        List<Sha256> proof = TreeProof.inclusion(tree, index);
        assertThat(TreeProof.isIncluded(tree.get(index), index, size, root, proof)).isTrue();
        for (int other = 0; other < size; other++) {
          assertThat(TreeProof.isIncluded(tree.get(index), other, size, root, proof))
              .isEqualTo(other == index);
        }
        assertThat(TreeProof.isIncluded(tree.get(index), size, size, root, proof)).isFalse();
      }
    }
  }

  @Test
  void aProofWithAChangedAMissingOrOneMoreHashProvesNothing() {
    List<Sha256> tree = LEAVES.subList(0, 21);
    Sha256 root = TreeProof.root(tree);
    List<Sha256> good = TreeProof.inclusion(tree, 5);
    for (int i = 0; i < good.size(); i++) {
      List<Sha256> changed = new ArrayList<>(good);
      changed.set(i, Sha256.of("another"));
      assertThat(TreeProof.isIncluded(tree.get(5), 5, 21, root, changed)).isFalse();
      changed.remove(i);
      assertThat(TreeProof.isIncluded(tree.get(5), 5, 21, root, changed)).isFalse();
    }
    List<Sha256> longer = new ArrayList<>(good);
    longer.add(root);
    assertThat(TreeProof.isIncluded(tree.get(5), 5, 21, root, longer)).isFalse();
  }

  @Test
  void everyLongerTreeBeginsWithEveryShorterOneAndWithNoOther() {
    for (int to = 1; to <= SIZES; to++) {
      for (int from = 0; from <= to; from++) {
        List<Sha256> proof = TreeProof.consistency(LEAVES.subList(0, to), from);
        assertThat(TreeProof.isConsistent(head(from), head(to), proof)).isTrue();
        Checkpoint forked = new Checkpoint("log", from, Sha256.of("forked"));
        assertThat(TreeProof.isConsistent(forked, head(to), proof)).isFalse();
        assertThat(TreeProof.isConsistent(head(from), head(to), longer(proof))).isFalse();
        if (from < to) {
          assertThat(TreeProof.isConsistent(head(to), head(from), proof)).isFalse();
        }
        if (!proof.isEmpty()) {
          assertThat(TreeProof.isConsistent(head(from), head(to), List.of())).isFalse();
        }
      }
    }
  }

  private static List<Sha256> longer(List<Sha256> proof) {
    List<Sha256> longer = new ArrayList<>(proof);
    longer.add(Sha256.of("more"));
    return longer;
  }

  private static Checkpoint head(int size) {
    return new Checkpoint("log", size, TreeProof.root(LEAVES.subList(0, size)));
  }
}
