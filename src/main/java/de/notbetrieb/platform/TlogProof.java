package de.notbetrieb.platform;

import java.util.ArrayList;
import java.util.List;

/**
 * That a text stands in a log, to be checked without asking anybody (C2SP tlog-proof): its place,
 * the hashes beside its path, and the signed checkpoint that they lead to.
 */
public record TlogProof(long index, List<Sha256> hashes, Note checkpoint) {
  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final int MAX_HASHES = 63;

  public TlogProof {
    hashes = List.copyOf(hashes);
  }

  /** Reads the proof that stands in the file of that name. */
  public static TlogProof parse(String file, String all) {
    int blank = all.indexOf("\n\n");
    if (blank < 0) {
      throw new Damage(file, "a proof and a checkpoint", "no empty line");
    }
    List<String> lines = new ArrayList<>(all.substring(0, blank).lines().toList());
    if (lines.isEmpty() || !lines.removeFirst().equals(HEAD)) {
      throw new Damage(file, HEAD, "another first line");
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
      lines.removeFirst();
    }
    if (lines.isEmpty() || lines.size() > 1 + MAX_HASHES) {
      throw new Damage(file, "an index and at most " + MAX_HASHES + " hashes", lines.size() + "");
    }
    String index = lines.removeFirst();
    if (!index.matches("index (0|[1-9][0-9]{0,17})")) {
      throw new Damage(file, "index <n>", "'" + index + "'");
    }
    return new TlogProof(
        Long.parseLong(index.substring("index ".length())),
        hashes(file, lines),
        Note.parse(file, all.substring(blank + 2)));
  }

  static List<Sha256> hashes(String file, List<String> lines) {
    try {
      return lines.stream().map(Sha256::ofBase64).toList();
    } catch (IllegalArgumentException e) {
      throw new Damage(file, "hashes in base64", "something else", e);
    }
  }

  public String text() {
    StringBuilder all = new StringBuilder(HEAD + "\nindex " + index + "\n");
    hashes.forEach(hash -> all.append(hash.base64()).append('\n'));
    return all.append('\n').append(checkpoint.file()).toString();
  }

  /**
   * Checks that the log of that key holds the text at this place.
   *
   * @throws Damage if it does not, or the key did not sign the checkpoint
   */
  public Checkpoint check(String file, byte[] leaf, NoteKey log) {
    checkpoint.requireSigned(file, log);
    Checkpoint head = Checkpoint.parse(file, checkpoint.text());
    if (!head.origin().equals(log.name())) {
      throw new Damage(file, "the log " + log.name(), head.origin());
    }
    if (!TreeProof.isIncluded(MerkleTree.leaf(leaf), index, head.size(), head.root(), hashes)) {
      throw new Damage(file, "hashes that lead to the root " + head.root().base64(), "others");
    }
    return head;
  }
}
