package de.notbetrieb.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of the date header, made once a second. */
final class DateLine {
  static final String BLANK = "Thu, 01 Jan 1970 00:00:00 GMT";
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private byte[] bytes = BLANK.getBytes(StandardCharsets.US_ASCII);
  private int tick;

  void set(Instant now) {
    bytes = FORM.format(now).getBytes(StandardCharsets.US_ASCII);
    tick++;
  }

  byte[] bytes() {
    return bytes;
  }

  int tick() {
    return tick;
  }
}
