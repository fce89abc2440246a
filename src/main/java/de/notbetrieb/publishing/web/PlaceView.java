package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.publishing.place.Finding;
import de.notbetrieb.publishing.place.Place;
import de.notbetrieb.publishing.place.PlaceEvent;
import de.notbetrieb.publishing.place.PlaceStatus;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in words.
 *
 * @param says "Draußen steht Ausgabe 6, neu ist 7."
 * @param since "seit Di 21.11., 16:00 (3 Stunden)"
 * @param findings what is wrong, each in a sentence
 * @param fed who put it there, and when
 * @param mended what the program put right by itself
 * @param seen when it was looked at
 */
public record PlaceView(
    String id,
    Place place,
    PlaceStatus.Standing standing,
    String says,
    Optional<String> since,
    List<String> findings,
    Optional<String> fed,
    List<String> mended,
    String seen) {
  public PlaceView {
    findings = List.copyOf(findings);
    mended = List.copyOf(mended);
  }

  /** Puts places into words. */
  record Words(
      Frame frame,
      People people,
      Slug town,
      Optional<Integer> live,
      OffsetDateTime now,
      ZoneId zone) {

    PlaceView of(PlaceStatus status) {
      return new PlaceView(
          status.id(),
          status.place(),
          status.standing(),
          says(status),
          status.since().map(this::since),
          sentences(status.findings()),
          status.fed().map(by -> fed(status.place(), by)),
          sentences(status.mended()),
          seen(status));
    }

    private String says(PlaceStatus status) {
      String carried = status.carries().map(String::valueOf).orElse("");
      String newest = live.map(String::valueOf).orElse("");
      String key = "place.says." + status.standing().name();
      return frame.t(carried.isEmpty() ? key + ".unknown" : key, carried, newest);
    }

    private String since(OffsetDateTime when) {
      return frame.texts().since(when, now, zone);
    }

    private List<String> sentences(List<Finding> findings) {
      List<String> words = new ArrayList<>();
      for (Finding finding : findings) {
        words.add(frame.t("place.finding." + finding.what().name(), finding.arguments().toArray()));
      }
      return words;
    }

    private String fed(Place place, PlaceStatus.FedBy by) {
      String program = place.isPosted() ? "place.posted" : "place.uploaded";
      return place.isAutomatic()
          ? frame.t(program, String.valueOf(by.edition()), when(by.when()))
          : frame.t("place.hung", String.valueOf(by.edition()), when(by.when()), name(by.actor()));
    }

    private String seen(PlaceStatus status) {
      if (!status.place().isReadBack()) {
        return frame.t("place.not-read-back");
      }
      return status
          .seen()
          .map(look -> frame.t("place.seen", when(look.when()), look.files()))
          .orElseGet(() -> frame.t("place.never-seen"));
    }

    /** "23.11., 16:00: Ausgabe 7 hochgeladen" */
    PlacePage.Event of(PlaceEvent event) {
      String edition = event.edition().map(String::valueOf).orElse("");
      String key = "place.event." + event.what().name();
      return new PlacePage.Event(
          when(event.when()),
          frame.t(edition.isEmpty() ? key + ".unknown" : key, edition, name(event.actor())),
          sentences(event.findings()));
    }

    private String when(OffsetDateTime time) {
      return frame.texts().when(time, zone);
    }

    private String name(Actor actor) {
      return people.find(town, actor).map(Person::name).orElse("?");
    }
  }
}
