package de.notbetrieb.channel.feed;

import de.notbetrieb.channel.Channel;
import de.notbetrieb.channel.Languages;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * In each language: the news of the town and of each life situation as Atom, RSS and JSON Feed, that
 * of each service as Atom alone. Every reader knows Atom, and a town of 600 services in eleven
 * languages would carry 13,000 more files that say the same.
 */
public final class FeedChannel implements Channel {
  @Override
  public List<PublicFile> render(Edition edition) {
    List<PublicFile> files = new ArrayList<>();
    Languages.of(edition).forEach(language -> files.addAll(render(edition, language)));
    return files;
  }

  private static List<PublicFile> render(Edition edition, Language language) {
    Publisher publisher = publisher(edition, language);
    NewsOfEdition news = new NewsOfEdition(edition, PhraseBook.of(language));
    News town = news.ofTown();
    List<PublicFile> files =
        new ArrayList<>(
            List.of(
                AtomFeed.of(publisher, town),
                RssFeed.of(publisher, town),
                JsonFeed.of(publisher, town)));
    edition.lifeSituations().stream()
        .filter(
            one -> edition.services().stream().anyMatch(s -> s.lifeSituation().equals(one.slug())))
        .map(news::of)
        .forEach(
            one ->
                files.addAll(
                    List.of(
                        AtomFeed.of(publisher, one),
                        RssFeed.of(publisher, one),
                        JsonFeed.of(publisher, one))));
    return files;
  }

  @Override
  public void renderService(Edition about, PublicService service, Consumer<PublicFile> out) {
    for (Language language : Languages.of(about)) {
      News news = new NewsOfEdition(about, PhraseBook.of(language)).of(service);
      out.accept(AtomFeed.of(publisher(about, language), news));
    }
  }

  private static Publisher publisher(Edition edition, Language language) {
    return new Publisher(
        PlainWords.line(edition.town().name()),
        edition.town().publicAddress().toString(),
        language.code());
  }
}
