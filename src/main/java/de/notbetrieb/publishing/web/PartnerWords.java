package de.notbetrieb.publishing.web;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.web.Frame;
import de.notbetrieb.publishing.Partner;
import de.notbetrieb.publishing.Witness;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a partner town into words. */
record PartnerWords(Frame frame, People people, Slug town, ZoneId zone) {

  /** How far each has seen the other, of {@code size} editions of ours. */
  WitnessesPage.Row row(Partner partner, int size) {
    return new WitnessesPage.Row(
        partner.witness().id(),
        shown(partner.witness().key()),
        seen(partner.theirs()),
        partner.theirs().map(one -> size - Math.toIntExact(one.upTo())).orElse(0),
        seen(partner.ours()));
  }

  /** One that has left. */
  WitnessesPage.Former former(Partner partner) {
    Witness.Turn end = partner.witness().turns().getLast();
    return new WitnessesPage.Former(
        partner.witness().id(),
        partner.witness().key().name(),
        frame.t("witnesses.former.span", day(partner.since().when()), day(end.when())),
        end.reason().orElse(""),
        name(end.by()));
  }

  /** What became of the partnership, oldest first. */
  List<PartnerPage.Event> events(Partner partner) {
    List<PartnerPage.Event> events = new ArrayList<>();
    events.add(event("partner.event.KNOWN", partner.since().when(), partner.since().by()));
    for (Witness.Turn turn : partner.witness().turns()) {
      events.add(
          new PartnerPage.Event(
              frame.t("partner.event." + turn.change().name(), day(turn.when()), name(turn.by())),
              turn.reason(),
              turn.until().map(key -> Fingerprint.of(NoteKey.parse("note.pub", key)))));
    }
    return events;
  }

  private PartnerPage.Event event(String key, OffsetDateTime when, Actor by) {
    return new PartnerPage.Event(
        frame.t(key, day(when), name(by)), Optional.empty(), Optional.empty());
  }

  static WitnessesPage.Key shown(NoteKey key) {
    return new WitnessesPage.Key(key.name(), Fingerprint.of(key), key.vkey());
  }

  private String seen(Optional<Partner.Signed> signed) {
    return signed
        .map(one -> frame.t("witnesses.up-to", String.valueOf(one.upTo()), when(one.when())))
        .orElseGet(() -> frame.t("witnesses.never"));
  }

  private String when(OffsetDateTime time) {
    return frame.texts().when(time, zone);
  }

  /** With the year: a partnership lasts. */
  private String day(OffsetDateTime time) {
    return frame.texts().day(time.atZoneSameInstant(zone).toLocalDate());
  }

  private String name(Actor actor) {
    return people.find(town, actor).map(Person::name).orElse("?");
  }
}
