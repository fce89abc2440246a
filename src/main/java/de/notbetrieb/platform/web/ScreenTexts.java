package de.notbetrieb.platform.web;

import de.notbetrieb.platform.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screens, from {@code texts/staff_*.properties}, in one language. */
public final class ScreenTexts {
  private final Locale locale;
  private final ResourceBundle bundle;

  public ScreenTexts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("texts.staff", locale, NO_FALLBACK);
  }

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** As the browser asks; German unless English comes first. */
  public static Locale language(HttpServletRequest request) {
    String wanted = request.getHeader("Accept-Language");
    return wanted != null && wanted.startsWith("en") ? Locale.ENGLISH : Locale.GERMAN;
  }

  /** The text of that key with the arguments filled in. */
  public String t(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The text of a constant: {@code systemState.DOWN}. */
  public String of(Enum<?> constant) {
    String name = constant.getDeclaringClass().getSimpleName();
    return t(Character.toLowerCase(name.charAt(0)) + name.substring(1) + "." + constant.name());
  }

  /** Why not, in people's words. */
  public String refusal(String key, List<String> arguments) {
    return Refusals.of(key, arguments, locale);
  }

  /** Day and time as people read it: "Di 21.11., 16:00". */
  public String when(OffsetDateTime instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(t("format.when"), locale)
        .format(instant.atZoneSameInstant(zone));
  }

  /** Since when, and how long that is: "seit Di 21.11., 16:00 (3 Stunden)". */
  public String since(OffsetDateTime when, OffsetDateTime now, ZoneId zone) {
    Duration age = Duration.between(when, now);
    String words;
    if (age.toDays() > 0) {
      words = t("age.days", age.toDays());
    } else if (age.toHours() > 0) {
      words = t("age.hours", age.toHours());
    } else {
      words = t("age.minutes", Math.max(0, age.toMinutes()));
    }
    return t("age.since", when(when, zone), words);
  }

  /** A day as people read it: "Do 23.11.2023". */
  public String day(LocalDate date) {
    return DateTimeFormatter.ofPattern(t("format.day"), locale).format(date);
  }

  public String language() {
    return locale.getLanguage();
  }
}
