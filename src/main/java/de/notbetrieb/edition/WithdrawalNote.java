package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Slug;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The signed word that an edition's files were taken back. It takes their place; the SHA-256 of
 * their SHA256SUMS stays, so that the chain of editions still verifies.
 */
public record WithdrawalNote(
    Slug town, int number, OffsetDateTime time, String sha256Sums, Purpose purpose) {
  public static final String FILE_NAME = "withdrawal.note";
  private static final Pattern FORM =
      Pattern.compile(
          """
          notbetrieb withdrawal
          town: (\\S+)
          edition: ([1-9]\\d{0,8})
          time: (\\S+)
          sha256sums: ([0-9a-f]{64})
          purpose: ([A-Z]+)
          """);

  /** Whether a file of that name is what is left of an edition that was taken back. */
  public static boolean isFile(String name) {
    return name.equals(FILE_NAME) || name.equals(FILE_NAME + ".minisig");
  }

  public static WithdrawalNote parse(String name, String text) {
    var parts = FORM.matcher(text);
    try {
      if (parts.matches()) {
        return new WithdrawalNote(
            Slug.of(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            OffsetDateTime.parse(parts.group(3)),
            parts.group(4),
            Purpose.valueOf(parts.group(5)));
      }
      throw new Damage(name, "a withdrawal note", "another text");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Damage(name, "a withdrawal note", "an impossible value", e);
    }
  }

  /** The text of {@code withdrawal.note}. */
  public String text() {
    return """
        notbetrieb withdrawal
        town: %s
        edition: %s
        time: %s
        sha256sums: %s
        purpose: %s
        """
        .formatted(town, number, isoTime(), sha256Sums, purpose);
  }

  /** The trusted comment of {@code withdrawal.note.minisig}. */
  public String trustedComment() {
    return "town:%s withdrawal:%s time:%s purpose:%s".formatted(town, number, isoTime(), purpose);
  }

  private String isoTime() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
