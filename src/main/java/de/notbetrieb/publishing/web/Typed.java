package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Refused;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the forms of this room carry, as the program means it. */
final class Typed {
  private Typed() {}

  static Optional<String> words(String written) {
    return Optional.of(written.strip()).filter(words -> !words.isEmpty());
  }

  /** A day and a time of the town; empty: none. */
  static Optional<OffsetDateTime> time(String field, String written, ZoneId zone) {
    try {
      return words(written).map(text -> LocalDateTime.parse(text).atZone(zone).toOffsetDateTime());
    } catch (DateTimeParseException e) {
      throw Refused.invalid(field, "publishing.not-a-time", written);
    }
  }

  /** As a form's field for day and time takes it. */
  static String field(OffsetDateTime time, ZoneId zone) {
    return time.atZoneSameInstant(zone).toLocalDateTime().toString().substring(0, 16);
  }
}
