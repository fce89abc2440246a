package de.notbetrieb.staff;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.place.PlaceStatus;
import java.util.List;
import java.util.Optional;

/**
 * The start page.
 *
 * @param noPublicPage why the public page does not run, a sentence each; empty while it runs
 */
public record OverviewPage(
    List<String> noPublicPage,
    long systemsDown,
    long systems,
    long services,
    List<Count> states,
    List<Todo> todos,
    List<Waiting> waiting,
    List<Silent> silent,
    List<Difference.Item> heldBack,
    List<JournalPage.Line> recent) {
  public OverviewPage {
    noPublicPage = List.copyOf(noPublicPage);
    states = List.copyOf(states);
    todos = List.copyOf(todos);
    waiting = List.copyOf(waiting);
    silent = List.copyOf(silent);
    heldBack = List.copyOf(heldBack);
    recent = List.copyOf(recent);
  }

  /**
   * What a careful organisation adds; never a gate before the first public word.
   *
   * @param path where it is done; empty for somebody who may not
   */
  public record Todo(String key, Optional<String> path, int count) {}

  /** How many services are in a state. */
  public record Count(ServiceState state, long services) {}

  /**
   * A place that does not say what holds.
   *
   * @param since when that began; empty: not known
   */
  public record Silent(String id, String name, PlaceStatus.Standing standing, String since) {}

  /** A request that waits for a decision. */
  public record Waiting(String id, int number, String author) {}
}
