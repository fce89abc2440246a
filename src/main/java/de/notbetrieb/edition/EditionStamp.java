package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Slug;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * What a signature says about the edition that it signs: the trusted comment, {@code town:<slug>
 * edition:<n> time:<asOf> purpose:<REAL|EXERCISE|DEMONSTRATION>}.
 */
public record EditionStamp(Slug town, int number, OffsetDateTime time, Purpose purpose) {
  private static final Pattern FORM =
      Pattern.compile("town:(\\S+) edition:([1-9]\\d{0,8}) time:(\\S+) purpose:([A-Z]+)");

  public static EditionStamp of(Edition edition) {
    return new EditionStamp(
        edition.town().slug(), edition.number(), edition.asOf(), edition.purpose());
  }

  /** Reads the trusted comment of the file of that name. */
  public static EditionStamp parse(String name, String comment) {
    var parts = FORM.matcher(comment);
    try {
      if (parts.matches()) {
        return new EditionStamp(
            Slug.of(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            OffsetDateTime.parse(parts.group(3)),
            Purpose.valueOf(parts.group(4)));
      }
      throw new Damage(name, "a trusted comment with town, edition, time, purpose", comment);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Damage(name, "a trusted comment with town, edition, time, purpose", comment, e);
    }
  }

  public String trustedComment() {
    return "town:%s edition:%s time:%s purpose:%s"
        .formatted(town, number, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time), purpose);
  }
}
