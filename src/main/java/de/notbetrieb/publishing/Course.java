package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicStand;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.edition.PublicStand.Change;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each edition changed, as the next one remembers it. Like number and predecessor it follows
 * from what was released before, so the release writes it and nobody reviews it.
 */
final class Course {
  private Course() {}

  /**
   * A reviewed content as the edition that it would be now: with the next number, its predecessor
   * and the course.
   */
  static Edition next(Releases releases, List<Release> leaving, Edition content) {
    Composer.Place place = releases.next();
    return continued(
        releases,
        leaving,
        Request.numbered(content, place.number(), place.previous().map(Sha256::hex)));
  }

  /**
   * The same edition with the course so far and its own part at the end.
   *
   * @param leaving editions that are taken back in the same act: the course passes over them
   */
  static Edition continued(Releases releases, List<Release> leaving, Edition next) {
    List<Release> before =
        releases.standing().stream().filter(release -> !leaving.contains(release)).toList();
    Set<Integer> numbers = new HashSet<>(before.stream().map(Release::number).toList());
    Optional<Edition> last = before.stream().reduce((_, later) -> later).map(releases::edition);
    return next.placed(next.number(), next.previous(), of(last, numbers, next));
  }

  static List<PublicStand> of(Optional<Edition> last, Set<Integer> standing, Edition next) {
    Set<String> there = new HashSet<>(items(next).toList());
    List<PublicStand> course = new ArrayList<>();
    last.stream()
        .flatMap(edition -> edition.course().stream())
        .filter(stand -> standing.contains(stand.number()))
        .map(stand -> known(stand, there))
        .forEach(course::add);
    course.add(known(stand(last, next), there));
    return course.subList(Math.max(0, course.size() - Edition.LONGEST_COURSE), course.size());
  }

  /** The changes of one edition towards the one before it; the first has none. */
  private static PublicStand stand(Optional<Edition> last, Edition next) {
    List<Change> changes = new ArrayList<>();
    last.ifPresent(
        before ->
            Difference.of(last, next).items().stream()
                .filter(item -> item.area() != Area.FIRST_WORDS || isReworded(before, next))
                .forEach(item -> changes.add(change(item))));
    return new PublicStand(next.number(), next.asOf(), next.confirmedAt(), changes, 0);
  }

  /** Another promise of the next word is no other first word. */
  private static boolean isReworded(Edition before, Edition next) {
    return !before.headline().de().equals(next.headline().de())
        || !before.lead().de().equals(next.lead().de());
  }

  private static Change change(Difference.Item item) {
    return switch (item.area()) {
      case FIRST_WORDS, NORMALITY -> new Change(item.area(), Optional.empty(), false);
      case SERVICES, OFFICES, CONTACTS, NOTICES, UPDATES, ANSWERS ->
          new Change(
              item.area(), Optional.of(Slug.of(item.id())), item.kind() == Difference.Kind.ADDED);
    };
  }

  /** Names only what this edition holds; the rest is counted. */
  private static PublicStand known(PublicStand stand, Set<String> there) {
    List<Change> kept =
        stand.changes().stream()
            .filter(c -> c.item().filter(item -> !there.contains(key(c.area(), item))).isEmpty())
            .distinct()
            .limit(PublicStand.MOST_CHANGES)
            .toList();
    return new PublicStand(
        stand.number(),
        stand.asOf(),
        stand.confirmedAt(),
        kept,
        stand.more() + stand.changes().size() - kept.size());
  }

  private static Stream<String> items(Edition e) {
    return Stream.of(
            e.services().stream().map(PublicService::slug).map(s -> key(Area.SERVICES, s)),
            e.offices().stream().map(PublicOffice::slug).map(s -> key(Area.OFFICES, s)),
            e.contacts().stream().map(PublicContact::slug).map(s -> key(Area.CONTACTS, s)),
            e.notices().stream().map(PublicNotice::slug).map(s -> key(Area.NOTICES, s)),
            e.updates().stream().map(PublicUpdate::slug).map(s -> key(Area.UPDATES, s)),
            e.answers().stream().map(PublicAnswer::slug).map(s -> key(Area.ANSWERS, s)))
        .flatMap(all -> all);
  }

  private static String key(Area area, Slug item) {
    return area + "/" + item;
  }
}
