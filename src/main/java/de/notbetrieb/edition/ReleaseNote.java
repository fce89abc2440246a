package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That an edition was released: the text of {@code release.note}, and the leaf of the town's edition
 * log. Who asked and who released stand in the text, as pseudonyms: a name beside a signature is not
 * signed, so it could be exchanged.
 *
 * @param origin the name of the town's log
 * @param sums SHA-256 of SHA256SUMS
 */
public record ReleaseNote(
    String origin, int number, Purpose purpose, Sha256 sums, String asked, String released) {
  public static final String FILE_NAME = "release.note";

  /** The third line is never a hash, so that no release can be read as a checkpoint. */
  private static final Pattern FORM =
      Pattern.compile(
          "(\\S+)\\n([1-9][0-9]{0,8})\\n([A-Z]+)\\n([0-9a-f]{64})\\n"
              + "asked ([a-z0-9-]{1,40})\\nreleased ([a-z0-9-]{1,40})\\n");

  /** Reads the text of the note of that name. */
  public static ReleaseNote parse(String name, String text) {
    Matcher parts = FORM.matcher(text);
    try {
      if (parts.matches()) {
        return new ReleaseNote(
            parts.group(1),
            Integer.parseInt(parts.group(2)),
            Purpose.valueOf(parts.group(3)),
            new Sha256(parts.group(4)),
            parts.group(5),
            parts.group(6));
      }
    } catch (IllegalArgumentException e) {
      throw new Damage(name, "the text of a release", "an impossible value", e);
    }
    throw new Damage(name, "the text of a release", "another text");
  }

  /** The name of the log of a town with this address: its host and path. */
  public static String originOf(URI publicAddress) {
    String path = Optional.ofNullable(publicAddress.getRawPath()).orElse("");
    String all = Optional.ofNullable(publicAddress.getRawAuthority()).orElse("town") + path;
    return all.replaceAll("/+$", "").replace('+', '-');
  }

  public String text() {
    return origin
        + ("\n" + number + "\n" + purpose + "\n" + sums.hex() + "\n")
        + ("asked " + asked + "\nreleased " + released + "\n");
  }

  public byte[] leaf() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  public Sha256 leafHash() {
    return MerkleTree.leaf(leaf());
  }
}
