package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Decided in advance: which differences one person may publish without asking. Good news and
 * promises always need two.
 *
 * @param second who agreed; absent until somebody does, or when there was nobody
 * @param alone why one person decided it; absent when two did
 */
public record StandingRelease(
    List<Difference> covers,
    Actor decided,
    OffsetDateTime since,
    Optional<Actor> second,
    Optional<String> alone) {
  public static final Kind<StandingRelease> KIND =
      new Kind<>(
          "publishing.standing-release",
          1,
          StandingRelease.class,
          Retention.PERMANENT,
          Audience.STAFF);

  /** The one standing release of a town. */
  public static final String ID = "standing";

  public StandingRelease {
    covers = List.copyOf(covers);
  }

  /** A kind of difference between what is public and what would be. */
  public enum Difference {
    /** Nothing but the time of the confirmation and the promised next word. */
    CONFIRMATION,

    /** Services, ways in and offices get worse, and nothing else changes. */
    WORSE_NEWS
  }

  public boolean isInForce() {
    return second.isPresent() || alone.isPresent();
  }

  boolean covers(Optional<Edition> live, Edition next) {
    return isInForce()
        && live.flatMap(before -> between(before, next)).filter(covers::contains).isPresent();
  }

  /** Empty when two people must look. */
  public static Optional<Difference> between(Edition before, Edition next) {
    Edition then = Request.numbered(Request.trueAgain(before, next.asOf()), 1, Optional.empty());
    Edition now = Request.numbered(Request.trueAgain(next, next.asOf()), 1, Optional.empty());
    if (then.equals(now)) {
      return Optional.of(Difference.CONFIRMATION);
    }
    return onlyWorse(then, now) ? Optional.of(Difference.WORSE_NEWS) : Optional.empty();
  }

  private static boolean onlyWorse(Edition before, Edition after) {
    return rest(before).equals(rest(after))
        && each(before.services(), after.services(), StandingRelease::isWorse)
        && each(before.contacts(), after.contacts(), StandingRelease::isWorse)
        && each(before.offices(), after.offices(), StandingRelease::isWorse);
  }

  /** Everything whose words people have chosen. */
  static List<Object> rest(Edition e) {
    return List.of(
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.units(),
        e.lifeSituations(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers());
  }

  private static <T> boolean each(List<T> before, List<T> after, BiPredicate<T, T> isWorse) {
    return before.size() == after.size()
        && IntStream.range(0, before.size())
            .allMatch(
                i ->
                    before.get(i).equals(after.get(i))
                        || isWorse.test(before.get(i), after.get(i)));
  }

  /** States of services stand worst first. */
  private static boolean isWorse(PublicService before, PublicService after) {
    return before.slug().equals(after.slug()) && after.state().compareTo(before.state()) < 0;
  }

  private static boolean isWorse(PublicContact before, PublicContact after) {
    return before.slug().equals(after.slug())
        && before.state() == WayInState.UP
        && after.state() != WayInState.UP;
  }

  private static boolean isWorse(PublicOffice before, PublicOffice after) {
    return before.slug().equals(after.slug())
        && before.state() == OfficeState.OPEN
        && after.state() != OfficeState.OPEN;
  }
}
