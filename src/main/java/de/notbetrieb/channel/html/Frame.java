package de.notbetrieb.channel.html;

import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PageVariant;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every page knows: the edition, its own language, day and address, and how to link from there.
 *
 * @param path below the language's folder: empty, {@code orte/}, or a file such as {@code 404.html}
 */
public record Frame(
    Facts facts,
    PhraseBook book,
    String path,
    PageVariant variant,
    String title,
    String description,
    Optional<String> data) {

  public Edition edition() {
    return facts.edition();
  }

  public Language language() {
    return book.language();
  }

  public String say(String key, Object... values) {
    return book.say(key, values);
  }

  /** As it stands on our paper, which is German. */
  public String printed(String key, Object... values) {
    return PhraseBook.of(Language.DE).say(key, values);
  }

  public String count(String key, long number, Object... more) {
    return book.count(key, number, more);
  }

  /** The direction of the writing, named only where it is not the usual one. */
  public Optional<String> direction() {
    return Optional.of("rtl").filter(rtl -> language().isRightToLeft());
  }

  /** How many days, this one too, have a form of their own in this language. */
  public int preparedDays() {
    return Variants.daysIn(language());
  }

  public String name(String key, Enum<?> value) {
    return book.name(key, value);
  }

  public Words words(Text text) {
    return Words.of(text, language());
  }

  /** Where this file lies in the package. */
  String file() {
    String folder = folder(language()) + path;
    String base = folder.isEmpty() || folder.endsWith("/") ? folder + "index.html" : folder;
    return variant.path(base);
  }

  /** The name of this file in its folder. */
  public String shownAs() {
    return file().substring(file().lastIndexOf('/') + 1);
  }

  /** A page of the same language; empty for its start page. */
  public String to(String page) {
    return relative(folder(language()) + page);
  }

  /** This page in another language. */
  public String in(Language other) {
    return relative(folder(other) + path);
  }

  /** A file at the root of the package. */
  public String root(String file) {
    return relative(file);
  }

  private String relative(String target) {
    String link = "../".repeat(slashes(folder(language())) + slashes(path)) + target;
    return link.isEmpty() ? "./" : link;
  }

  private static int slashes(String path) {
    int count = 0;
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      count++;
    }
    return count;
  }

  static String folder(Language language) {
    return language.folder();
  }

  /** The languages this page is there in. */
  public List<Language> languages() {
    return Languages.of(edition());
  }

  public boolean hasAddress() {
    return !path.endsWith(".html");
  }

  public String canonical(Language of) {
    return edition().town().publicAddress() + "/" + folder(of) + path;
  }

  /** Where a reader of the printed page looks whether it still holds. */
  public Optional<String> printedAddress() {
    return hasAddress() ? Optional.of(canonical(language())) : Optional.empty();
  }

  /** The day that the printed page calls "today"; empty where it names every day. */
  public Optional<String> printedDay() {
    return today().map(book::date);
  }

  /** The key that seals the editions, as people compare it. */
  public Optional<String> keyDigits() {
    return edition().town().key().map(Fingerprint::of);
  }

  /** The address as people type it. */
  public String host() {
    return edition().town().publicAddress().toString().replaceFirst("^https?://", "");
  }

  /** Whether there is a text for the press in this language. */
  public boolean hasPress() {
    return PhraseBook.forOffices(language()).isPresent();
  }

  /** The picture for those who share this page. */
  public String image() {
    boolean own = edition().headline().in(language()).isPresent();
    return edition().town().publicAddress() + "/" + (own ? folder(language()) : "") + "bild.png";
  }

  /** The feeds that a reader finds from here. */
  public List<FeedLink> feeds() {
    return FeedLink.from(this);
  }

  public boolean isReal() {
    return edition().purpose() == Purpose.REAL;
  }

  public Optional<LocalDate> today() {
    return variant.day();
  }

  /** The day whose hours this page says: the one that it was made for. */
  public LocalDate day() {
    return today().orElseGet(() -> edition().asOf().toLocalDate());
  }

  public String moment(OffsetDateTime at) {
    return book.moment(at, today());
  }

  public String hours(List<OpenDay> days) {
    return book.hours(days, day());
  }

  /** "heute 8 bis 12 Uhr", or the hours of the day that the base file names. */
  public String dayAndHours(List<OpenDay> days) {
    return say("day.hours", today().isPresent() ? say("today") : book.weekday(day()), hours(days));
  }

  /** The week after the day that the page is for. */
  public List<OpenDay> nextDays(List<OpenDay> days) {
    return days.stream().filter(d -> d.date().isAfter(day())).limit(7).toList();
  }

  /** The languages that the phones of the first screen speak, as their speakers write them. */
  public Optional<String> spokenOnThePhone() {
    String names =
        facts.mainPhones().stream()
            .flatMap(contact -> contact.spokenLanguages().stream())
            .distinct()
            .map(this::spoken)
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(n -> !n.isEmpty());
  }

  private String spoken(String tag) {
    return Language.ofCode(tag)
        .map(Language::ownName)
        .or(() -> book.find("spoken." + tag))
        .orElse(tag);
  }

  /** The languages spoken there; German alone is not worth a line. */
  public Optional<String> spoken(PublicContact contact) {
    String names =
        contact.spokenLanguages().stream().map(this::spoken).collect(Collectors.joining(", "));
    boolean onlyGerman = contact.spokenLanguages().equals(List.of(Language.DE.code()));
    return Optional.of(names).filter(n -> !n.isEmpty() && !onlyGerman);
  }

  /** What a way in links to, if it leads anywhere now. */
  public Optional<String> link(PublicContact contact) {
    if (!Facts.leads(contact)) {
      return Optional.empty();
    }
    return switch (contact.kind()) {
      case PHONE -> contact.dial().filter(d -> d.matches("\\+[0-9]{2,20}")).map("tel:"::concat);
      case EMAIL ->
          Optional.of(contact.value())
              .filter(v -> v.matches("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"))
              .map("mailto:"::concat);
      case ONLINE_FORM -> web(contact.value());
      case COUNTER, LETTER_BOX, POST, MESSENGER -> Optional.empty();
    };
  }

  static Optional<String> web(String address) {
    try {
      return web(new URI(address));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** An address that may be linked: http or https with a host. */
  public static Optional<String> web(URI address) {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    boolean safe = (scheme.equals("https") || scheme.equals("http")) && address.getHost() != null;
    return Optional.of(address.toASCIIString()).filter(a -> safe);
  }
}
