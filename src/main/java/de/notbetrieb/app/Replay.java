package de.notbetrieb.app;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.app.ReplayFile.Said;
import de.notbetrieb.app.ReplayFile.Stand;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.staff.FirstStart;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets the accounts of the demonstration do again what a town did: IT says how its systems are, the
 * editor writes and asks, somebody else releases with a password. Each Stand becomes an edition.
 */
final class Replay {
  private static final Newcomer EDITOR = Demonstration.PEOPLE.get(0);
  private static final Newcomer RELEASER = Demonstration.PEOPLE.get(1);
  private static final Newcomer SYSTEMS = Demonstration.PEOPLE.get(2);

  private final Installation installation;
  private final SteppingClock clock;
  private final Slug town;
  private final Person editor;
  private final Person releaser;
  private final Person systems;

  private Replay(Installation installation, SteppingClock clock, Slug town) {
    this.installation = installation;
    this.clock = clock;
    this.town = town;
    this.editor = person(EDITOR);
    this.releaser = person(RELEASER);
    this.systems = person(SYSTEMS);
  }

  /** With the town's facts and the demonstration's people; nothing is said yet. */
  static Replay begin(Installation installation, SteppingClock clock, ReadTownFile file) {
    new FirstStart(installation.people(), installation.editions())
        .begin(RequestId.random(), file, FirstStart.Known.NOTHING, Demonstration.PEOPLE);
    return new Replay(installation, clock, file.town().orElseThrow().town().id());
  }

  private Person person(Newcomer newcomer) {
    return installation.people().named(town, newcomer.signIn()).orElseThrow();
  }

  /**
   * Says what the Stand says and publishes it.
   *
   * @return the edition's number
   */
  int play(Stand stand) {
    Said said = stand.said();
    clock.goOnTo(said.at().minusMinutes(10));
    if (said.unchanged().isPresent()) {
      return confirm(said, said.unchanged().get());
    }
    stand.situation().systems().forEach(this::report);
    write(editor.allowedTo(Right.WRITE), change -> StandActs.situation(change, stand.situation()));
    write(editor.allowedTo(Right.WRITE), change -> StandActs.words(change, said));
    write(editor.allowedTo(Right.WRITE), change -> StandActs.endings(change, said));
    clock.goOnTo(said.at());
    Request request =
        installation
            .editions()
            .drafting()
            .request(town, editor, RequestId.random(), said.at(), said.nextWordDue());
    clock.goOnTo(said.releasedAt());
    return installation
        .editions()
        .release(
            town,
            releaser,
            RequestId.random(),
            request.id(),
            RELEASER.password(),
            Optional.empty());
  }

  private int confirm(Said said, String why) {
    clock.goOnTo(said.at());
    return installation
        .editions()
        .confirm(
            town,
            releaser,
            RequestId.random(),
            said.at(),
            said.nextWordDue(),
            RELEASER.password(),
            Optional.of(why));
  }

  /** It happened when the file says, and is written down when the clock says. */
  private void report(SystemStatus status) {
    OffsetDateTime since = status.since();
    Moment happened = new Moment(since.toInstant(), clock.getZone());
    write(
        systems.allowedTo(Right.SET_SYSTEMS),
        change -> StandActs.system(change.happened(happened), status));
  }

  private void write(Actor actor, Consumer<Writing> act) {
    installation.journal().write(town, actor, RequestId.random(), act);
  }
}
