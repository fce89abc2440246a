package de.notbetrieb.channel;

import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Places;
import de.notbetrieb.platform.Plural;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The structured words of all channels in one language: states, labels, days, times. They are whole
 * phrases with places for values, so that they are there in every language on day 0. Values are put
 * in as they are; whoever writes a format escapes.
 */
public final class PhraseBook {
  private static final List<String> FILES = List.of("channel", "channel-text", "channel-paper");
  private static final Map<Language, PhraseBook> ALL = load();

  /** Control centre, press and gazette read German, the press English too. */
  private static final Map<Language, PhraseBook> FOR_OFFICES =
      Map.of(
          Language.DE,
          with(Language.DE, "channel-press_de", "channel-offices"),
          Language.EN,
          with(Language.EN, "channel-press_en"));

  private final Language language;
  private final Properties phrases;
  private final Dates dates;

  private PhraseBook(Language language, Properties phrases) {
    this.language = language;
    this.phrases = phrases;
    this.dates = new Dates(language);
  }

  public static PhraseBook of(Language language) {
    return Optional.ofNullable(ALL.get(language)).orElseThrow();
  }

  /** With the words of the texts that other offices and the press take over, if there are any. */
  public static Optional<PhraseBook> forOffices(Language language) {
    return Optional.ofNullable(FOR_OFFICES.get(language));
  }

  public Language language() {
    return language;
  }

  /** The phrase, its places {0}, {1} ... filled. */
  public String say(String key, Object... values) {
    String phrase =
        find(key).orElseThrow(() -> new IllegalArgumentException("no such phrase: " + key));
    return Places.filled(phrase, values);
  }

  /**
   * The same for a number of things, which is the first value. Where a language says it differently
   * for some numbers, the phrase for these has a key of its own that ends as {@link Plural} says.
   */
  public String count(String key, long number, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    String own = key + Plural.of(language, number).ending();
    return say(phrases.containsKey(own) ? own : key, values);
  }

  /** The phrase for a value of an enumeration, such as {@code state.LIMITED}. */
  public String name(String key, Enum<?> value) {
    return say(key + "." + value.name());
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(phrases.getProperty(key));
  }

  public String state(ServiceState state) {
    return name("state", state);
  }

  /** A sign with a shape of its own, so that nobody has to tell colours apart. */
  public String symbol(ServiceState state) {
    return name("symbol", state);
  }

  /** "Dienstag, 21. November". */
  public String day(LocalDate date) {
    return dates.day(date);
  }

  public String weekday(LocalDate date) {
    return dates.weekday(date);
  }

  /** "21. November 2023". */
  public String date(LocalDate date) {
    return dates.date(date);
  }

  public String time(LocalTime time) {
    return say("time", Hours.clock(time.getHour() * 60 + time.getMinute()));
  }

  /** "Dienstag, 21. November 2023, 16:00 Uhr". */
  public String moment(OffsetDateTime at) {
    return say("moment.near", dates.full(at.toLocalDate()), time(at.toLocalTime()));
  }

  /** The same, as said on a day: "heute, 16:00 Uhr". */
  public String moment(OffsetDateTime at, Optional<LocalDate> today) {
    return today
        .map(day -> near(at.toLocalDate(), day))
        .map(near -> say("moment.near", near, time(at.toLocalTime())))
        .orElseGet(() -> moment(at));
  }

  /** "Letzter Tag: Freitag, 15. Dezember 2023", if the notice is of a deadline. */
  public Optional<String> lastDay(PublicNotice notice) {
    return notice.lastDay().map(day -> say("notice.lastday", dates.full(day)));
  }

  /** The promised time of the next word: "Mittwoch, 22. November, bis 12:00 Uhr". */
  public String deadline(OffsetDateTime due, Optional<LocalDate> today) {
    String day =
        today.map(date -> near(due.toLocalDate(), date)).orElseGet(() -> day(due.toLocalDate()));
    return say("deadline", day, time(due.toLocalTime()));
  }

  private String near(LocalDate date, LocalDate today) {
    return switch (Math.clamp(date.toEpochDay() - today.toEpochDay(), -2, 2)) {
      case -1 -> say("yesterday");
      case 0 -> say("today");
      case 1 -> say("tomorrow", weekday(date));
      default -> day(date);
    };
  }

  /** When it is open on that day, and when again if it is closed then. */
  public String hours(List<OpenDay> days, LocalDate day) {
    return new Hours(this).on(days, day);
  }

  /** When it is open on that one day. */
  public String hours(OpenDay day) {
    return new Hours(this).of(day);
  }

  /** The keys of this language's own phrases, without those that it borrows from German. */
  Set<String> keys() {
    return phrases.keySet().stream().map(Object::toString).collect(Collectors.toSet());
  }

  private static Map<Language, PhraseBook> load() {
    Map<Language, PhraseBook> books = new EnumMap<>(Language.class);
    Arrays.stream(Language.values())
        .forEach(language -> books.put(language, new PhraseBook(language, read(language))));
    return books;
  }

  private static PhraseBook with(Language language, String... files) {
    Properties phrases = new Properties();
    phrases.putAll(of(language).phrases);
    for (String file : files) {
      read("/texts/" + file + ".properties", phrases);
    }
    return new PhraseBook(language, phrases);
  }

  private static Properties read(Language language) {
    Properties phrases = new Properties(language == Language.DE ? null : read(Language.DE));
    FILES.forEach(file -> read("/texts/" + file + "_" + language.code() + ".properties", phrases));
    return phrases;
  }

  private static void read(String file, Properties phrases) {
    try (InputStream in = PhraseBook.class.getResourceAsStream(file)) {
      if (in != null) {
        phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
