package de.notbetrieb.edition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages whose words depend on the clock are prepared for each day and lie beside their base file:
 * {@code index.2023-11-21.html}, {@code index.overdue.html}, {@code index.2023-11-21.overdue.html}.
 * Only folder addresses answer them; the base file stays what SHA256SUMS says.
 *
 * @param day for which the page says who is open; absent: for any day
 * @param overdue whether the promised next word is late
 */
public record PageVariant(Optional<LocalDate> day, boolean overdue) {
  private static final Pattern FILE =
      Pattern.compile("index(\\.\\d{4}-[01]\\d-[0-3]\\d)?(\\.overdue)?\\.html");

  /** Which variant a file is by its name; a base file is none. */
  public static Optional<PageVariant> ofFile(String name) {
    Matcher parts = FILE.matcher(name);
    if (!parts.matches() || (parts.group(1) == null && parts.group(2) == null)) {
      return Optional.empty();
    }
    try {
      Optional<LocalDate> day =
          Optional.ofNullable(parts.group(1)).map(date -> LocalDate.parse(date.substring(1)));
      return Optional.of(new PageVariant(day, parts.group(2) != null));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The path of this variant of a base file, such as {@code en/orte/index.html}. */
  public String path(String base) {
    int dot = base.lastIndexOf('.');
    String date = day.map(d -> "." + d).orElse("");
    return base.substring(0, dot) + date + (overdue ? ".overdue" : "") + base.substring(dot);
  }
}
