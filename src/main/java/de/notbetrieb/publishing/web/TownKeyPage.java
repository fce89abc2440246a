package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * The town's key and how it is changed.
 *
 * @param changes that there were, the latest first
 * @param seen how many they are
 * @param possible whether there is an edition after which it can be changed
 */
public record TownKeyPage(
    Optional<String> fingerprint,
    List<Change> changes,
    After after,
    int seen,
    boolean possible,
    boolean mayChange,
    Form form) {
  public TownKeyPage {
    changes = List.copyOf(changes);
  }

  /** A change that was made. */
  public record Change(String when, int from, String reason) {}

  /**
   * What has to be done after a change, as far as the program knows.
   *
   * @param people who may release and hold no key then
   * @param requests open ones that name the old key
   * @param places where the old digits stand on paper
   * @param partners whose witnesses must learn the new key
   */
  public record After(
      List<String> people, List<Link> requests, List<Link> places, List<String> partners) {
    public After {
      people = List.copyOf(people);
      requests = List.copyOf(requests);
      places = List.copyOf(places);
      partners = List.copyOf(partners);
    }
  }

  /** Something with a screen of its own. */
  public record Link(String path, String name) {}
}
