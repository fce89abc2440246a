package de.notbetrieb.town.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A German municipality as the official register of 2021 lists it.
 *
 * @param ags official municipality key, 8 digits; the first two are the state
 * @param kind "Stadt" or "Gemeinde"
 * @param postcode of its seat
 */
public record Municipality(String ags, String kind, String name, String postcode) {
  private static final int MAX_NEAR = 8;
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("01", "sh"),
          Map.entry("02", "hh"),
          Map.entry("03", "ni"),
          Map.entry("04", "hb"),
          Map.entry("05", "nw"),
          Map.entry("06", "he"),
          Map.entry("07", "rp"),
          Map.entry("08", "bw"),
          Map.entry("09", "by"),
          Map.entry("10", "sl"),
          Map.entry("11", "be"),
          Map.entry("12", "bb"),
          Map.entry("13", "mv"),
          Map.entry("14", "sn"),
          Map.entry("15", "st"),
          Map.entry("16", "th"));

  /** The codes of the sixteen states, as the town file writes them. */
  public static List<String> states() {
    return STATES.values().stream().sorted().toList();
  }

  static Optional<String> state(String ags) {
    return Optional.ofNullable(STATES.get(ags.substring(0, 2)));
  }

  /** Those of that name or key; more than one for a name that several bear. */
  static List<Municipality> named(String nameOrKey) {
    String wanted = nameOrKey.strip().replaceFirst("^(?i:Stadt|Gemeinde|Markt)\\s+", "");
    return all().stream()
        .filter(one -> one.ags().equals(wanted) || one.name().equalsIgnoreCase(wanted))
        .toList();
  }

  /** A few names that were perhaps meant: they begin so, or are a slip of the pen away. */
  static List<String> near(String name) {
    String wanted = name.strip().toLowerCase(Locale.GERMAN);
    List<String> names = all().stream().map(Municipality::name).distinct().toList();
    List<String> longer =
        names.stream()
            .filter(one -> one.toLowerCase(Locale.GERMAN).startsWith(wanted + " "))
            .limit(MAX_NEAR)
            .toList();
    return longer.isEmpty() ? Nearest.to(name.strip(), names).stream().toList() : longer;
  }

  String fullName() {
    return kind + " " + name;
  }

  /** Read when it is needed, which is once in the life of an installation. */
  private static List<Municipality> all() {
    try (InputStream in = Municipality.class.getResourceAsStream("/reference/municipalities.csv")) {
      if (in == null) {
        throw new IllegalStateException(
            "the program is incomplete: the municipalities are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(";", -1))
          .map(column -> new Municipality(column[0], column[1], column[2], column[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
