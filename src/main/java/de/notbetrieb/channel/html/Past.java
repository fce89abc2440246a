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
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was, as the pages of an edition tell it. */
public final class Past {
  /** For so many days a service counts as just come back. */
  static final int BACK_DAYS = 7;

  private static final int MOST_BACK = 12;
  private static final int LINES_OF_A_STAND = 6;

  private final Edition edition;

  Past(Edition edition) {
    this.edition = edition;
  }

  /** A service that works again, and since when. */
  public record Back(PublicService service, StateSince since) {}

  /**
   * Something that an edition changed.
   *
   * @param link the page below the language's folder
   * @param state a service's state from then on
   */
  public record Line(Text name, String link, Optional<ServiceState> state, boolean added) {}

  /**
   * An edition with the first of what it changed.
   *
   * @param since whether there is a page of what is new since then
   */
  public record Told(PublicStand stand, List<Line> lines, int more, boolean since) {
    /** Here the edge puts the link to the edition itself, which a plain host does not have. */
    public String place() {
      return "<!--notbetrieb:edition:" + stand.number() + "-->";
    }
  }

  /** What came back in the days before this edition was true, the latest first. */
  public List<Back> back() {
    return edition.services().stream()
        .flatMap(service -> back(service).stream())
        .sorted(Comparator.comparing((Back one) -> one.since().since()).reversed())
        .limit(MOST_BACK)
        .toList();
  }

  private Optional<Back> back(PublicService service) {
    List<StateSince> history = service.history();
    if (history.size() < 2 || service.state() != ServiceState.AVAILABLE) {
      return Optional.empty();
    }
    return Optional.of(new Back(service, history.getFirst()))
        .filter(one -> one.since().since().isAfter(edition.asOf().minusDays(BACK_DAYS)));
  }

  /** The states of a service, the first one first; one alone is no history. */
  public List<StateSince> states(PublicService service) {
    List<StateSince> history = StateChange.history(service);
    return history.size() < 2 ? List.of() : history.reversed();
  }

  /** Whether two states changed on that day, so that its time is needed. */
  public boolean isBusy(PublicService service, LocalDate day) {
    return StateChange.history(service).stream()
            .filter(one -> one.since().toLocalDate().equals(day))
            .count()
        > 1;
  }

  /** Every edition of the course, the newest first. */
  public List<Told> stands() {
    return edition.course().reversed().stream().map(this::told).toList();
  }

  /** The edition before this one, if this one changed something since. */
  public Optional<PublicStand> before() {
    return edition.course().size() < 2
        ? Optional.empty()
        : Optional.of(edition.course().get(edition.course().size() - 2));
  }

  /** This edition, as later ones will remember it. */
  public Optional<PublicStand> present() {
    return edition.course().isEmpty() ? Optional.empty() : Optional.of(edition.course().getLast());
  }

  private Told told(PublicStand stand) {
    List<Line> lines = new ArrayList<>();
    for (PublicStand.Change change : stand.changes()) {
      change.item().flatMap(item -> line(stand, change, item)).ifPresent(lines::add);
    }
    int shown = Math.min(lines.size(), LINES_OF_A_STAND);
    boolean since =
        edition.course().indexOf(stand) >= edition.course().size() - Since.PAGES
            && !present().equals(Optional.of(stand));
    return new Told(
        stand, lines.subList(0, shown), stand.changes().size() + stand.more() - shown, since);
  }

  private Optional<Line> line(PublicStand stand, PublicStand.Change change, Slug item) {
    return switch (change.area()) {
      case SERVICES ->
          find(edition.services(), s -> s.slug().equals(item))
              .map(s -> line(s.name(), "dienste/" + item + "/", change, Since.stateIn(s, stand)));
      case OFFICES ->
          find(edition.offices(), (PublicOffice o) -> o.slug().equals(item))
              .map(o -> line(o.name(), "orte/#" + item, change, Optional.empty()));
      case CONTACTS ->
          find(edition.contacts(), (PublicContact c) -> c.slug().equals(item))
              .map(c -> line(c.label(), "telefon/", change, Optional.empty()));
      case NOTICES ->
          find(edition.notices(), (PublicNotice n) -> n.slug().equals(item))
              .map(n -> line(n.title(), "", change, Optional.empty()));
      case UPDATES ->
          find(edition.updates(), (PublicUpdate u) -> u.slug().equals(item))
              .map(u -> line(u.title(), "meldungen/" + item + "/", change, Optional.empty()));
      case ANSWERS ->
          find(edition.answers(), (PublicAnswer a) -> a.slug().equals(item))
              .map(a -> line(a.question(), "fragen/#" + item, change, Optional.empty()));
      case FIRST_WORDS, NORMALITY -> Optional.empty();
    };
  }

  private static Line line(
      Text name, String link, PublicStand.Change change, Optional<ServiceState> state) {
    return new Line(name, link, state, change.added());
  }

  private static <T> Optional<T> find(List<T> all, java.util.function.Predicate<T> is) {
    return all.stream().filter(is).findFirst();
  }
}
