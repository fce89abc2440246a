package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Sha256;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A frozen revision that somebody asks to be released.
 *
 * @param edition the revision as it would be sealed next
 * @param author who asked
 * @param returned why it was sent back
 */
public record Request(
    String id, Edition edition, Actor author, State state, Optional<String> returned) {
  public static final Kind<Request> KIND =
      new Kind<>("publishing.request", 1, Request.class, Retention.PERMANENT, Audience.STAFF);

  /** Where it stands. */
  public enum State {
    OPEN,
    RELEASED,
    RETURNED,
    STALE
  }

  /**
   * What is reviewed: everything but number, predecessor and course, which are the release's to
   * give.
   */
  public Sha256 contentDigest() {
    return Sha256.of(Json.write(content(edition)));
  }

  /** Whether an edition says what is reviewed. */
  boolean hasContentOf(Edition other) {
    return content(edition).equals(content(other));
  }

  private static Edition content(Edition e) {
    return numbered(e, 1, Optional.empty());
  }

  /** What residents read, whatever its number and whenever it was found to be true. */
  static Sha256 wordsDigest(Edition e) {
    return Sha256.of(
        Json.write(
            List.of(
                StandingRelease.rest(e),
                e.purpose(),
                e.contacts(),
                e.offices(),
                e.services().stream().map(PublicService::timeless).toList())));
  }

  /** The same form sent again asks for the same. */
  static String id(RequestId form) {
    return form.part("request").value().substring(0, 32);
  }

  /** What was frozen, in a place of the chain; the course is the release's to write. */
  static Edition numbered(Edition e, int number, Optional<String> previous) {
    return e.placed(number, previous, List.of());
  }

  /** The same words, found to be true still; their own time stays. */
  static Edition confirmed(Edition e, OffsetDateTime at, Optional<OffsetDateTime> nextWordDue) {
    return new Edition(
        e.number(),
        e.purpose(),
        e.asOf(),
        at,
        nextWordDue,
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same words, said to be true at another time. */
  static Edition trueAgain(Edition e, OffsetDateTime asOf) {
    return trueAgain(e, Optional.of(e), asOf);
  }

  /**
   * What was said earlier, said to be true at another time; a promised next word is not repeated.
   *
   * @param live what is public now
   */
  static Edition trueAgain(Edition e, Optional<Edition> live, OffsetDateTime asOf) {
    return new Edition(
        e.number(),
        e.purpose(),
        asOf,
        asOf,
        Optional.empty(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        StateHistory.again(e.services(), live, asOf),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same, released as this edition: what was frozen, in its place. */
  Request released(Edition as) {
    return new Request(id, as, author, State.RELEASED, returned);
  }

  Request returned(String why) {
    return new Request(id, edition, author, State.RETURNED, Optional.of(why));
  }
}
