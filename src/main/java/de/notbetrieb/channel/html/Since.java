package de.notbetrieb.channel.html;

import de.notbetrieb.channel.StateChange;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicAnswer;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicService.StateSince;
import de.notbetrieb.edition.PublicStand;
import de.notbetrieb.edition.PublicStand.Area;
import de.notbetrieb.edition.PublicStand.Change;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is new for somebody who last read an earlier edition.
 *
 * @param known the edition that they read
 * @param more changes that cannot be shown here
 */
public record Since(
    Edition now, PublicStand known, Set<Change> changes, List<Moved> services, int more) {
  /** For so many of the newest editions there is a page of what is new since then. */
  static final int PAGES = 10;

  /**
   * A service that is said differently.
   *
   * @param then its state in that edition; absent if it was not there
   */
  public record Moved(PublicService service, Optional<ServiceState> then) {
    /** Whether its state is another one, and not only its words. */
    public boolean isMoved() {
      return then.filter(service.state()::equals).isEmpty();
    }
  }

  /** For the newest editions, the present one last: nothing is new since then. */
  static List<Since> of(Edition edition) {
    List<PublicStand> course = edition.course();
    return course.stream()
        .skip(Math.max(0, course.size() - PAGES))
        .map(known -> of(edition, known))
        .toList();
  }

  static Since of(Edition edition, PublicStand known) {
    List<PublicStand> later =
        edition.course().stream().filter(stand -> stand.number() > known.number()).toList();
    Set<Change> changes =
        later.stream().flatMap(stand -> stand.changes().stream()).collect(Collectors.toSet());
    Set<Slug> reworded =
        changes.stream()
            .filter(change -> change.area() == Area.SERVICES)
            .flatMap(change -> change.item().stream())
            .collect(Collectors.toSet());
    List<Moved> services =
        later.isEmpty()
            ? List.of()
            : edition.services().stream()
                .map(service -> new Moved(service, stateIn(service, known)))
                .filter(one -> one.isMoved() || reworded.contains(one.service().slug()))
                .toList();
    return new Since(
        edition, known, changes, services, later.stream().mapToInt(PublicStand::more).sum());
  }

  /** Its published state at that time. */
  static Optional<ServiceState> stateIn(PublicService service, PublicStand stand) {
    return StateChange.history(service).stream()
        .filter(one -> !one.since().isAfter(stand.asOf()))
        .map(StateSince::state)
        .findFirst();
  }

  public boolean isNothing() {
    return changes.isEmpty() && services.isEmpty() && more == 0;
  }

  public boolean hasNewFirstWords() {
    return changes.stream().anyMatch(change -> change.area() == Area.FIRST_WORDS);
  }

  public boolean hasNewNormality() {
    return changes.stream().anyMatch(change -> change.area() == Area.NORMALITY);
  }

  public List<PublicUpdate> updates() {
    return of(Area.UPDATES, now.updates(), PublicUpdate::slug);
  }

  public List<PublicOffice> offices() {
    return of(Area.OFFICES, now.offices(), PublicOffice::slug);
  }

  public List<PublicContact> contacts() {
    return of(Area.CONTACTS, now.contacts(), PublicContact::slug);
  }

  public List<PublicNotice> notices() {
    return of(Area.NOTICES, now.notices(), PublicNotice::slug);
  }

  public List<PublicAnswer> answers() {
    return of(Area.ANSWERS, now.answers(), PublicAnswer::slug);
  }

  private <T> List<T> of(Area area, List<T> all, Function<T, Slug> slug) {
    Set<Slug> changed =
        changes.stream()
            .filter(change -> change.area() == area)
            .flatMap(change -> change.item().stream())
            .collect(Collectors.toSet());
    return all.stream().filter(one -> changed.contains(slug.apply(one))).toList();
  }
}
