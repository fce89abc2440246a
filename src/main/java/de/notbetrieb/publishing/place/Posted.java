package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
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
  public record One(int edition, String id, String address, String text, boolean deleted) {}

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

  Optional<One> standing(int edition) {
    return standing().stream().filter(one -> one.edition() == edition).reduce((_, later) -> later);
  }

  /** How often an edition was posted, whatever came of it. */
  long times(int edition) {
    return posts.stream().filter(one -> one.edition() == edition).count();
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
    return new Posted(
        posts.stream()
            .map(
                one ->
                    one.id().equals(id)
                        ? new One(one.edition(), id, one.address(), one.text(), true)
                        : one)
            .toList());
  }
}
