package de.notbetrieb.staff;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.situation.ContactStatus;
import de.notbetrieb.situation.Incident;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The beginning of a town: its facts, what is known of the situation and its first accounts. */
public final class FirstStart {
  private static final Text ATTACK = OwnWords.text("attack");

  private final People people;
  private final Editions editions;

  public FirstStart(People people, Editions editions) {
    this.people = people;
    this.editions = editions;
  }

  /**
   * What somebody ticked on the first page.
   *
   * @param down systems that are dead
   * @param closed ways in that lead nowhere
   */
  public record Known(Set<Slug> down, Set<Slug> closed) {
    public static final Known NOTHING = new Known(Set.of(), Set.of());

    public Known {
      down = Set.copyOf(down);
      closed = Set.copyOf(closed);
    }

    private void record(Writing change, Town town) {
      OffsetDateTime now = change.now().toOffset();
      if (!down.isEmpty() && change.find(Incident.KIND, Incident.ID).isEmpty()) {
        change.put(Incident.KIND, Incident.ID, new Incident(now.toLocalDate(), ATTACK), 0);
      }
      town.systems().stream()
          .filter(system -> down.contains(system.id()))
          .map(system -> status(system.id(), now))
          .forEach(one -> change.put(SystemStatus.KIND, one.system().value(), one));
      town.contacts().stream()
          .filter(contact -> closed.contains(contact.id()))
          .map(
              contact ->
                  new ContactStatus(
                      contact.id(), WayInState.DOWN, now, Optional.empty(), Optional.empty()))
          .forEach(one -> change.put(ContactStatus.KIND, one.contact().value(), one));
    }

    private static SystemStatus status(Slug system, OffsetDateTime now) {
      return new SystemStatus(system, SystemState.DOWN, Optional.empty(), now, Optional.empty());
    }
  }

  /** Writes all of it down in one change, or nothing; then the town can publish. */
  public People.Founded begin(
      RequestId form, ReadTownFile file, Known known, List<Newcomer> newcomers) {
    Town town = file.town().orElseThrow();
    Slug id = town.town().id();
    People.Founded founded =
        people.found(
            id,
            form,
            newcomers,
            change -> {
              ImportPlan.of(change, town, false).apply(change);
              file.recordSituation(change);
              known.record(change, town);
            });
    editions.recover(id);
    return founded;
  }
}
