package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the program has posted in an account, under its place's id, oldest first; so that a later
 * visit finds it again, and takes it back with its edition.
 */
public record Posted(List<One> posts) {
  public static final Kind<Posted> KIND =
      new Kind<>("publishing.place-posts", 1, Posted.class, Retention.INCIDENT, Audience.STAFF);

  static final Posted NOTHING = new Posted(List.of());

  /** Older ones are forgotten: nobody scrolls that far. */
  private static final int MOST = 200;

  /**
   * One post.
   *
   * @param id as the server calls it
   * @param address where people read it
   * @param deleted the program has deleted it
   */
  public record One(
      int edition, Language language, String id, String address, String text, boolean deleted) {
    public One {
      language = language == null ? Language.DE : language; // older payloads are all in German
    }

    private One gone() {
      return new One(edition, language, id, address, text, true);
    }
  }

  public Posted {
    posts = List.copyOf(posts);
  }

  List<One> standing() {
    return posts.stream().filter(one -> !one.deleted()).toList();
  }

  /** The newest that stands. */
  Optional<One> newest() {
    return standing().stream().reduce((_, later) -> later);
  }

  /** In each language that it was posted in. */
  List<One> standing(int edition) {
    return standing().stream().filter(one -> one.edition() == edition).toList();
  }

  Optional<One> standing(int edition, Language language) {
    return standing(edition).stream()
        .filter(one -> one.language() == language)
        .reduce((_, later) -> later);
  }

  /** How often an edition was posted in a language, whatever came of it. */
  long times(int edition, Language language) {
    return posts.stream()
        .filter(one -> one.edition() == edition && one.language() == language)
        .count();
  }

  boolean knows(String id) {
    return posts.stream().anyMatch(one -> one.id().equals(id));
  }

  Posted with(One post) {
    List<One> all = new ArrayList<>(posts);
    all.add(post);
    return new Posted(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  Posted without(String id) {
    return new Posted(posts.stream().map(one -> one.id().equals(id) ? one.gone() : one).toList());
  }
}
