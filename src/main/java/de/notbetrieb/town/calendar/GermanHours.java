package de.notbetrieb.town.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Opening hours as people in Germany write them ("Mo-Fr 8-12 Uhr, Do 14 bis 18 Uhr"), put into the
 * syntax that {@link OpeningHours} reads. Whether the result makes sense, only the parser says.
 */
public final class GermanHours {
  private static final Map<String, String> DAYS =
      Map.of("mo", "Mo", "di", "Tu", "mi", "We", "do", "Th", "fr", "Fr", "sa", "Sa", "so", "Su");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:(mo)(?:ntags?)?|(di)(?:enstags?)?|(mi)(?:ttwochs?)?|(do)(?:nnerstags?)?"
              + "|(fr)(?:eitags?)?|(sa)(?:mstags?)?|(so)(?:nntags?)?)\\b\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2})(?:[:.](\\d{2}))?\\b(?!\\d)");

  private GermanHours() {}

  /** The same hours in OSM syntax, as far as the words are known. */
  public static String inOsmSyntax(String written) {
    String text =
        written
            .replaceAll("(?i)\\buhr\\b", "")
            .replaceAll("(?i)\\bgeschlossen\\b", "off")
            .replaceAll("(?i)\\s*\\bund\\b\\s*", ", ")
            .replaceAll("(?i)\\s*\\bbis\\b\\s*|\\s*[–—-]\\s*", "-");
    if (text.contains("24/7")) {
      return text.strip();
    }
    text = DAY.matcher(text).replaceAll(GermanHours::day);
    text = CLOCK.matcher(text).replaceAll(GermanHours::clock);
    return text.replaceAll("\\s*:\\s+", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("\\s+,", ",")
        .strip();
  }

  private static String day(MatchResult found) {
    String letters = found.group().substring(0, 2).toLowerCase(Locale.ROOT);
    return DAYS.getOrDefault(letters, found.group());
  }

  private static String clock(MatchResult found) {
    String minutes = found.group(2) == null ? "00" : found.group(2);
    return "%2s:%s".formatted(found.group(1), minutes).replace(' ', '0');
  }
}
