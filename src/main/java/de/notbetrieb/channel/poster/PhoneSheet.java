package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.platform.Text;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** For the clerk at the phone: numbers by topic, and every service with its state and a sentence. */
public record PhoneSheet(Edition edition, PhraseBook book) {
  private static final int MOST_ROWS = 1000;
  private static final String FOOT = "NOTBETRIEB-FOOT";

  /** One number for one topic. */
  public record Number(String topic, String who, String value, String state) {}

  /** One service. */
  public record Service(String name, String state, String sentence) {}

  static byte[] pdf(Edition edition, PhraseBook book) {
    String foot = book.say("start.edition", edition.number());
    String page = Paper.page("telefon", new PhoneSheet(edition, book)).replace(FOOT, foot);
    return Paper.print(page, edition.asOf()).bytes();
  }

  public Poster head() {
    return new Poster(edition, book, Poster.Format.A4, new Poster.Room(0, 0, 0, 400));
  }

  public List<Number> numbers() {
    List<Number> numbers = new ArrayList<>();
    for (PublicContact contact : edition.contacts()) {
      if (contact.kind() == WayInKind.PHONE) {
        topics(contact).forEach(topic -> numbers.add(number(topic, contact)));
      }
    }
    Collator order = Collator.getInstance(book.language().locale());
    return numbers.stream()
        .sorted(Comparator.comparing(Number::topic, order))
        .limit(MOST_ROWS)
        .toList();
  }

  private List<String> topics(PublicContact contact) {
    return contact.topics().isEmpty()
        ? List.of(book.say("sheet.general"))
        : contact.topics().stream().map(topic -> words(topic, 80)).toList();
  }

  private Number number(String topic, PublicContact contact) {
    return new Number(
        topic,
        words(contact.label(), 80),
        PlainWords.cut(contact.value(), 80),
        book.name("way", contact.state()));
  }

  public List<Service> services() {
    return edition.services().stream().limit(MOST_ROWS).map(this::row).toList();
  }

  private Service row(PublicService service) {
    return new Service(
        words(service.name(), 120), book.state(service.state()), words(service.instruction(), 400));
  }

  public boolean hasMore() {
    return edition.services().size() > MOST_ROWS;
  }

  public String say(String key, Object... values) {
    return book.say(key, values);
  }

  private String words(Text text, int most) {
    return PlainWords.cut(PlainWords.line(text, book.language()), most);
  }
}
