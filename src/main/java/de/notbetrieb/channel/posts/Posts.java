package de.notbetrieb.channel.posts;

import de.notbetrieb.channel.Fitting;
import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.channel.image.ShareImage;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the town posts in one language. A post in another language than German holds only what
 * somebody has translated, and the facts, which the phrase book says in every language.
 */
public record Posts(Edition edition, PhraseBook book) {
  private static final int NAME_LENGTH = 60;
  private static final int SHORT_NAME_LENGTH = 25;
  private static final int ADDRESS_LENGTH = 60;
  private static final int DOWN_NAMED = 4;

  public static List<Post> of(Edition edition, Language language) {
    Posts posts = new Posts(edition, PhraseBook.of(language));
    return Arrays.stream(Network.values()).map(posts::post).toList();
  }

  private Post post(Network network) {
    Optional<Post.Image> image =
        ShareImage.of(edition, book)
            .filter(_ -> network.isWithImage())
            .map(shown -> new Post.Image(shown.path(), shown.alternative()));
    return new Post(
        network, network.brand(), book.language(), network.most(), text(network), image);
  }

  private String text(Network network) {
    boolean isShort = network == Network.SMS;
    String town = PlainWords.cut(edition.town().name(), isShort ? SHORT_NAME_LENGTH : NAME_LENGTH);
    List<String> first = new ArrayList<>();
    if (edition.purpose() != Purpose.REAL) {
      first.add(book.name("tape.purpose", edition.purpose()));
    }
    first.add(isShort ? town : book.say("post.asof", town, book.moment(edition.asOf())));
    String between = isShort ? " " : "\n\n";
    boolean hasRoom = network.fits(String.join(between, first) + between + "." + more());
    Fitting post = new Fitting(network::length, network.most(), between, hasRoom ? more() : "");
    first.forEach(post::must);
    post.may(said(edition.headline()));
    post.may(new Reach(edition, book).sentence());
    post.may(
        edition
            .nextWordDue()
            .map(due -> book.say("short.next", book.deadline(due, Optional.empty()))));
    post.may(down()).may(said(edition.lead())).may(onlyGerman()).may(fraud());
    return network.written(post.text());
  }

  /** The address, if a post has room for it. */
  private String more() {
    String folder = book.language().folder();
    String address = edition.town().publicAddress().toASCIIString() + "/" + folder;
    return address.length() <= ADDRESS_LENGTH ? book.say("short.more", address) : "";
  }

  private Optional<String> said(Text text) {
    return text.in(book.language()).map(PlainWords::line);
  }

  /** Whoever reads no German is not left to think that this is all that was said. */
  private Optional<String> onlyGerman() {
    boolean isAllThere =
        Stream.of(edition.headline(), edition.lead()).allMatch(text -> said(text).isPresent());
    return isAllThere ? Optional.empty() : Optional.of(book.say("post.german"));
  }

  private Optional<String> down() {
    List<PublicService> down =
        edition.services().stream().filter(s -> s.state() == ServiceState.UNAVAILABLE).toList();
    boolean translated = down.stream().allMatch(s -> s.name().in(book.language()).isPresent());
    if (down.isEmpty() || down.size() > DOWN_NAMED || !translated) {
      return Optional.empty();
    }
    String names =
        down.stream()
            .map(service -> PlainWords.line(service.name(), book.language()))
            .collect(Collectors.joining(", "));
    return Optional.of(book.say("short.down", names));
  }

  private Optional<String> fraud() {
    return edition.notices().stream()
        .filter(notice -> notice.kind() == PublicNotice.Kind.FRAUD_WARNING)
        .findFirst()
        .map(notice -> book.say("tape.fraud"));
  }
}
