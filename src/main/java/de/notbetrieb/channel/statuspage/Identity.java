package de.notbetrieb.channel.statuspage;

import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Ids as the API has them: twelve letters and digits, made of names that stay for ever. */
record Identity(Slug town) {
  private static final int LENGTH = 12;
  private static final int DIGITS = 36;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  String page() {
    return id("page", town.value());
  }

  String group(Slug lifeSituation) {
    return id("group", lifeSituation.value());
  }

  String component(Slug service) {
    return id("component", service.value());
  }

  String incident(OffsetDateTime start) {
    return id("incident", Long.toString(start.toEpochSecond()));
  }

  /** A change of states at that second. */
  String change(OffsetDateTime at) {
    return id("change", Long.toString(at.toEpochSecond()));
  }

  String update(Slug update) {
    return id("update", update.value());
  }

  private String id(String kind, String name) {
    String hash = Sha256.of(town + "/" + kind + "/" + name).hex();
    String digits = new BigInteger(hash, 16).toString(DIGITS);
    return digits.substring(digits.length() - LENGTH);
  }

  static String time(OffsetDateTime at) {
    return TIME.format(at);
  }
}
