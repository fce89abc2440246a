package de.notbetrieb.publishing.place;

import de.notbetrieb.channel.posts.Network;
import de.notbetrieb.channel.posts.Post;
import de.notbetrieb.channel.posts.PostsFile;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Keeps an account in step with the editions: one post in each of its languages for each that became
 * public while the account was fed, none for one that was taken back. After each step it is written down what stands there;
 * so a visit that broke off is gone on with, and nothing is posted twice.
 */
final class MastodonFeed {
  /** Longer words for those who cannot see a picture are refused by the server. */
  private static final int MOST_ALTERNATIVE = 1_400;

  private final Mastodon server;
  private final List<Language> languages;
  private final IntPredicate withdrawn;
  private final Consumer<Posted> book;
  private final BooleanSupplier wanted;
  private Posted posted;

  /**
   * @param languages in which the town wants to post; none: in German
   * @param withdrawn whether an edition was taken back
   * @param book writes down what stands there now
   * @param wanted whether the edition is still the one that is to be public
   */
  MastodonFeed(
      Mastodon server,
      List<Language> languages,
      Posted posted,
      IntPredicate withdrawn,
      Consumer<Posted> book,
      BooleanSupplier wanted) {
    this.server = server;
    this.languages = languages;
    this.posted = posted;
    this.withdrawn = withdrawn;
    this.book = book;
    this.wanted = wanted;
  }

  /** Deletes the posts of editions that were taken back, and gives the numbers of these. */
  List<Integer> takeBack() throws IOException, NotFed {
    List<Integer> numbers = new ArrayList<>();
    for (Posted.One one : posted.standing()) {
      if (withdrawn.test(one.edition())) {
        delete(one);
        numbers.add(one.edition());
      }
    }
    return numbers.stream().distinct().toList();
  }

  private void delete(Posted.One one) throws IOException, NotFed {
    server.delete(one.id());
    note(posted.without(one.id()));
  }

  private void note(Posted now) {
    posted = now;
    book.accept(now);
  }

  /**
   * Posts what the edition says.
   *
   * @param again deletes what was posted of it and posts anew
   */
  void post(EditionPackage edition, String key, boolean again) throws IOException, NotFed {
    for (Posted.One one : again ? posted.standing(edition.number()) : List.<Posted.One>of()) {
      delete(one);
    }
    for (Post post : posts(edition)) {
      if (posted.standing(edition.number(), post.language()).isEmpty()) {
        post(edition, post, key);
      }
    }
  }

  /** An account is not silent because the town no longer speaks the language that was chosen. */
  private List<Post> posts(EditionPackage edition) {
    List<Post> all =
        PostsFile.read(edition.bytes(PostsFile.PATH)).posts().stream()
            .filter(one -> one.network() == Network.MASTODON)
            .toList();
    List<Post> chosen = all.stream().filter(one -> languages.contains(one.language())).toList();
    return chosen.isEmpty()
        ? all.stream().filter(one -> one.language() == Language.DE).toList()
        : chosen;
  }

  private void post(EditionPackage edition, Post post, String key) throws IOException, NotFed {
    Optional<Mastodon.Status> there = adopted(post.text());
    Mastodon.Status status = there.isPresent() ? there.get() : sent(edition, post, key);
    note(
        posted.with(
            new Posted.One(
                edition.number(),
                post.language(),
                status.id(),
                status.address(),
                post.text(),
                false)));
  }

  private Mastodon.Status sent(EditionPackage edition, Post post, String key)
      throws IOException, NotFed {
    Optional<String> picture = picture(edition, post);
    if (!wanted.getAsBoolean()) {
      throw new NotFed(Finding.What.BROKE_OFF);
    }
    // two letters are all that the API knows: simple German is German there
    String language = post.language().locale().getLanguage();
    return server.post(post.text(), language, picture, once(edition, post.language(), key));
  }

  /** Posted before the program could write it down; the server forgets the key after an hour. */
  private Optional<Mastodon.Status> adopted(String text) throws IOException, NotFed {
    return server.newest().stream()
        .filter(one -> one.says(text) && !posted.knows(one.id()))
        .findFirst();
  }

  private Optional<String> picture(EditionPackage edition, Post post) throws IOException, NotFed {
    Optional<Post.Image> image =
        post.image().filter(one -> edition.sums().of(one.path()).isPresent());
    if (image.isEmpty()) {
      return Optional.empty();
    }
    String alternative = image.get().alternative();
    return server.picture(
        edition.bytes(image.get().path()),
        alternative.substring(0, Math.min(alternative.length(), MOST_ALTERNATIVE)));
  }

  /** The same for the same edition, another when people ask for it anew. */
  private String once(EditionPackage edition, Language language, String key) {
    long times = posted.times(edition.number(), language);
    String what = String.join("/", key, edition.sums().sha256(), language.code(), "" + times);
    return Sha256.of(what.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
