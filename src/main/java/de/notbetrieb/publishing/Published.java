package de.notbetrieb.publishing;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Moment;
import java.util.Optional;

/**
 * An edition in the list of all.
 *
 * @param released when its release was written down
 * @param alone why one person released it
 * @param withdrawal when and why it was taken back
 */
public record Published(
    int number,
    Moment released,
    Actor author,
    Actor releaser,
    Optional<String> alone,
    State state,
    Optional<Taken> withdrawal) {
  /** Where it stands. */
  public enum State {
    LIVE,
    EARLIER,
    WITHDRAWN
  }

  /** Taken back: when, by whom and why. */
  public record Taken(Moment when, Actor by, String reason) {}

  static Published of(Reading reading, Release release, boolean live) {
    Optional<Taken> taken =
        reading
            .find(Withdrawal.KIND, Release.id(release.number()))
            .map(one -> new Taken(one.recorded(), one.actor(), one.value().reason()));
    Stored<Release> first = reading.history(Release.KIND, Release.id(release.number())).getLast();
    State state = live ? State.LIVE : taken.isPresent() ? State.WITHDRAWN : State.EARLIER;
    return new Published(
        release.number(),
        first.recorded(),
        release.author(),
        release.releaser(),
        release.alone(),
        state,
        taken);
  }
}
