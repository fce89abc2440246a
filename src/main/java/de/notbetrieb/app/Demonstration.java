package de.notbetrieb.app;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.NewsroomPart;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.staff.FirstStart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The first start of a demonstration: the town, a few people whose passwords are printed, and
 * edition 1 through the ordinary request and release.
 */
final class Demonstration {
  /** Known to everybody; accounts like these exist under this purpose only. */
  static final List<Newcomer> PEOPLE =
      List.of(
          new Newcomer("redaktion", "Pressestelle", List.of(Role.EDITOR), "demo-redaktion"),
          new Newcomer("freigabe", "Leitung Hauptamt", List.of(Role.RELEASER), "demo-freigabe"),
          new Newcomer("systeme", "EDV-Abteilung", List.of(Role.SYSTEMS), "demo-systeme"),
          new Newcomer("lesen", "Bürgertelefon", List.of(Role.READER), "demo-lesen-nur"));

  private Demonstration() {}

  /** So that the demonstration's clock begins when its situation was so. */
  static Installation.Fixed fixed(ReadTownFile file, Clock machine) {
    long offset =
        file.newsroom()
            .map(NewsroomPart::asOf)
            .map(asOf -> Duration.between(machine.instant(), asOf.toInstant()).toSeconds())
            .orElse(0L);
    return new Installation.Fixed(Purpose.DEMONSTRATION, offset);
  }

  static void begin(Installation installation, ReadTownFile file) {
    Slug town = file.town().orElseThrow().town().id();
    new FirstStart(installation.people(), installation.editions())
        .begin(RequestId.random(), file, FirstStart.Known.NOTHING, PEOPLE);
    Person editor = person(installation, town, PEOPLE.get(0));
    Person releaser = person(installation, town, PEOPLE.get(1));
    Request request =
        installation
            .editions()
            .drafting()
            .request(
                town,
                editor,
                RequestId.random(),
                file.newsroom()
                    .map(NewsroomPart::asOf)
                    .orElseGet(() -> Moment.now(installation.clock()).toOffset()),
                file.newsroom().flatMap(NewsroomPart::nextWordDue));
    installation
        .editions()
        .release(
            town,
            releaser,
            RequestId.random(),
            request.id(),
            PEOPLE.get(1).password(),
            Optional.empty());
  }

  private static Person person(Installation installation, Slug town, Newcomer newcomer) {
    return installation.people().all(town).stream()
        .filter(one -> one.signIn().equals(newcomer.signIn()))
        .findFirst()
        .orElseThrow();
  }
}
