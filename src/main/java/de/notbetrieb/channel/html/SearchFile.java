package de.notbetrieb.channel.html;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code suche/index.json}: what the small script of the search page looks through on a plain web
 * host, where no edge answers.
 */
final class SearchFile {
  private SearchFile() {}

  /** One thing to find: its address from the search page, what is shown, what is matched. */
  record Entry(String address, String title, String state, String sentence, String words) {}

  static PublicFile of(Facts facts, PhraseBook book) {
    Language language = book.language();
    Edition edition = facts.edition();
    List<Entry> entries = new ArrayList<>();
    edition
        .services()
        .forEach(
            s ->
                entries.add(
                    new Entry(
                        "../dienste/" + s.slug() + "/",
                        s.name().orGerman(language),
                        book.state(s.state()),
                        s.instruction().orGerman(language),
                        words(Stream.concat(Stream.of(s.name()), s.words().stream())))));
    edition
        .answers()
        .forEach(
            a ->
                entries.add(
                    entry(
                        "../fragen/#" + a.slug(),
                        a.question().orGerman(language),
                        words(Stream.concat(Stream.of(a.question()), a.body().stream())))));
    edition
        .offices()
        .forEach(
            o ->
                entries.add(
                    entry(
                        "../orte/#" + o.slug(),
                        o.name().orGerman(language),
                        words(Stream.of(o.name())))));
    edition
        .contacts()
        .forEach(
            c ->
                entries.add(
                    entry(
                        "../telefon/#" + c.slug(),
                        c.label().orGerman(language),
                        words(Stream.concat(Stream.of(c.label()), c.topics().stream())))));
    return new PublicFile(
        Frame.folder(language) + "suche/index.json", Pages.bytes(Json.write(entries) + "\n"));
  }

  private static Entry entry(String address, String title, String words) {
    return new Entry(address, title, "", "", words);
  }

  private static String words(Stream<Text> texts) {
    return texts.flatMap(Text::all).collect(Collectors.joining(" "));
  }
}
