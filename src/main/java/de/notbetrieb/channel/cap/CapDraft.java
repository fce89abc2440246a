package de.notbetrieb.channel.cap;

import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A CAP 1.2 message that a control centre can take over. It is a draft: even of a real outage its
 * status is Draft, since nobody has sent it; whoever does, checks it and sets Actual. It never
 * updates another message, since none was sent either.
 *
 * <p>One block for each language of the edition. Simple German has none: {@code de-LS} stands for
 * Leichte Sprache, which has testers, and these texts have not been tested.
 */
final class CapDraft {
  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final int HEADLINE = 160;
  private static final int DESCRIPTION = 2_000;

  /** The schema refuses Z and fractions of a second. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private final Edition edition;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(8_192);
  private final XMLStreamWriter xml;

  CapDraft(Edition edition) {
    this.edition = edition;
    try {
      this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("alert");
      xml.writeDefaultNamespace(NAMESPACE);
      head();
      for (Language language : languages()) {
        info(PhraseBook.of(language));
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
      return out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Language> languages() {
    return Languages.of(edition).stream()
        .filter(l -> l == Language.DE || !l.locale().getLanguage().equals("de"))
        .toList();
  }

  private void head() throws XMLStreamException {
    String host =
        Optional.ofNullable(edition.town().publicAddress().getHost())
            .orElse(edition.town().slug().value());
    element("identifier", host + ".ausgabe." + edition.number());
    element("sender", host);
    element("sent", time(edition.asOf()));
    element("status", status());
    element("msgType", "Alert");
    element("source", PlainWords.line(edition.town().name()));
    element("scope", "Public");
    element("note", PhraseBook.of(Language.DE).name("cap.note", edition.purpose()));
  }

  private String status() {
    return switch (edition.purpose()) {
      case REAL -> "Draft";
      case EXERCISE -> "Exercise";
      case DEMONSTRATION -> "Test";
    };
  }

  private void info(PhraseBook book) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("info");
    element("language", book.language().code());
    element("category", "Other");
    element("event", book.say("cap.event"));
    element("responseType", "Monitor");
    element("urgency", "Immediate");
    // a town hall without computers endangers nobody by itself
    element("severity", "Minor");
    element("certainty", "Observed");
    element("effective", time(edition.asOf()));
    Optional<OffsetDateTime> due = edition.nextWordDue().filter(edition.asOf()::isBefore);
    if (due.isPresent()) {
      element("expires", time(due.get()));
    }
    element("senderName", PlainWords.line(edition.town().name()));
    element("headline", PlainWords.cut(purpose(book) + words(book, edition.headline()), HEADLINE));
    element("description", PlainWords.cut(description(book), DESCRIPTION));
    element("instruction", instruction(book));
    String folder = book.language().folder();
    element("web", edition.town().publicAddress().toASCIIString() + "/" + folder);
    Optional<String> phone = new Reach(edition, book).phone().map(PublicContact::value);
    if (phone.isPresent()) {
      element("contact", PlainWords.line(phone.get()));
    }
    area();
    xml.writeEndElement();
  }

  private String purpose(PhraseBook book) {
    return edition.purpose() == Purpose.REAL
        ? ""
        : book.name("tape.purpose", edition.purpose()) + " ";
  }

  private String description(PhraseBook book) {
    String down =
        edition.services().stream()
            .filter(s -> s.state() == ServiceState.UNAVAILABLE)
            .map(s -> words(book, s.name()))
            .collect(Collectors.joining(", "));
    Stream<String> notices =
        edition.notices().stream()
            .map(
                n ->
                    sentence(book, n.title())
                        + " "
                        + sentence(book, n.body())
                        + book.lastDay(n).map(day -> " " + day + ".").orElse(""));
    return Stream.of(
            Stream.of(sentence(book, edition.lead())),
            notices,
            down.isEmpty() ? Stream.<String>of() : Stream.of(book.say("short.down", down)))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" "));
  }

  private String instruction(PhraseBook book) {
    String next =
        edition
            .nextWordDue()
            .map(due -> " " + book.say("short.next", book.deadline(due, Optional.empty())))
            .orElse("");
    return new Reach(edition, book).sentence() + next;
  }

  private void area() throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("area");
    element("areaDesc", PlainWords.line(edition.town().name()));
    if (edition.town().ags().isPresent()) {
      xml.writeCharacters("\n");
      xml.writeStartElement("geocode");
      element("valueName", "AGS");
      element("value", PlainWords.line(edition.town().ags().get()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String sentence(PhraseBook book, Text text) {
    return PlainWords.sentence(words(book, text));
  }

  /** The words, marked when nobody has translated them. */
  private static String words(PhraseBook book, Text text) {
    return text.in(book.language())
        .map(PlainWords::line)
        .orElseGet(() -> book.say("text.german", PlainWords.line(text.de())));
  }

  private static String time(OffsetDateTime at) {
    return TIME.format(at);
  }

  private void element(String name, String value) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
