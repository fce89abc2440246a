package de.notbetrieb.channel.poster;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is printed: when nothing else works, this does. In German, the language of the people who
 * hang it up.
 */
public final class PaperChannel implements Channel {
  /** A sheet that is yet to be printed. */
  private record Printed(String path, Supplier<byte[]> pdf) {}

  @Override
  public List<PublicFile> render(Edition edition) {
    return sheets(edition, PhraseBook.of(Language.DE)).parallelStream()
        .map(sheet -> new PublicFile(sheet.path(), sheet.pdf().get()))
        .toList();
  }

  private static List<Printed> sheets(Edition edition, PhraseBook book) {
    List<Printed> sheets = new ArrayList<>();
    sheets.add(new Printed("plakat.pdf", () -> Poster.pdf(edition, book, Poster.Format.A4)));
    sheets.add(new Printed("plakat-a3.pdf", () -> Poster.pdf(edition, book, Poster.Format.A3)));
    sheets.add(new Printed("telefon.pdf", () -> PhoneSheet.pdf(edition, book)));
    sheets.add(new Printed("tischkarte.pdf", () -> TableCard.pdf(edition, book)));
    Stream.concat(offices(edition, book), topics(edition, book)).forEach(sheets::add);
    return sheets;
  }

  private static Stream<Printed> offices(Edition edition, PhraseBook book) {
    return edition.offices().stream()
        .map(
            office ->
                new Printed(
                    "orte/" + office.slug() + "/plakat.pdf",
                    () -> OfficePoster.pdf(edition, book, office)));
  }

  /** Of life situations that have a service. */
  private static Stream<Printed> topics(Edition edition, PhraseBook book) {
    return edition.lifeSituations().stream()
        .filter(
            about ->
                edition.services().stream().anyMatch(s -> s.lifeSituation().equals(about.slug())))
        .map(
            about ->
                new Printed(
                    "lebenslagen/" + about.slug() + "/plakat.pdf",
                    () -> TopicPoster.pdf(edition, book, about)));
  }
}
