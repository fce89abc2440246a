package de.notbetrieb.app;

import de.notbetrieb.app.ReplayFile.Ended;
import de.notbetrieb.app.ReplayFile.Said;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.newsroom.Answer;
import de.notbetrieb.newsroom.Masthead;
import de.notbetrieb.newsroom.Normality;
import de.notbetrieb.newsroom.Notice;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.ContactStatus;
import de.notbetrieb.situation.Expectation;
import de.notbetrieb.situation.FallbackInForce;
import de.notbetrieb.situation.Incident;
import de.notbetrieb.situation.OfficeStatus;
import de.notbetrieb.situation.Override;
import de.notbetrieb.situation.SituationPart;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import java.util.List;
import java.util.Optional;

/** What people do for a Stand, act by act, each seeing what was there before. */
final class StandActs {
  private StandActs() {}

  static void system(Writing change, SystemStatus status) {
    Situations.setSystem(
        change, town(change), status, seen(change, SystemStatus.KIND, status.system().value()));
  }

  static void situation(Writing change, SituationPart part) {
    Town town = town(change);
    part.incident()
        .ifPresent(
            one -> Situations.declare(change, one, seen(change, Incident.KIND, Incident.ID)));
    for (ContactStatus one : part.contacts()) {
      Situations.setContact(
          change, town, one, seen(change, ContactStatus.KIND, one.contact().value()));
    }
    for (OfficeStatus one : part.offices()) {
      Situations.setOffice(
          change, town, one, seen(change, OfficeStatus.KIND, one.office().value()));
    }
    for (FallbackInForce one : part.fallbacksInForce()) {
      Situations.putInForce(
          change, town, one, seen(change, FallbackInForce.KIND, one.fallback().value()));
    }
    for (Override one : part.overrides()) {
      Situations.override(change, town, one, seen(change, Override.KIND, one.recordId()));
    }
    for (Expectation one : part.expectations()) {
      Situations.expect(change, town, one, seen(change, Expectation.KIND, one.recordId()));
    }
  }

  /** The texts of a Stand count as ready. */
  static void words(Writing change, Said said) {
    Optional<Masthead> before = change.find(Masthead.KIND, Masthead.ID).map(Stored::value);
    if (said.headline().isPresent() || said.lead().isPresent()) {
      put(
          change,
          Masthead.KIND,
          Masthead.ID,
          new Masthead(
              said.headline().or(() -> before.map(Masthead::headline)).orElseThrow(),
              said.lead().or(() -> before.map(Masthead::lead)).orElseThrow(),
              said.at(),
              said.at(),
              said.nextWordDue()));
    }
    for (Notice n : said.notices()) {
      Notice ready =
          new Notice(n.id(), n.kind(), n.title(), n.body(), n.answer(), n.lastDay(), true);
      put(change, Notice.KIND, n.id().value(), ready);
    }
    for (Normality n : said.runningNormally()) {
      Normality ready = new Normality(n.id(), n.what(), n.source(), n.confirmedAt(), true);
      put(change, Normality.KIND, n.id().value(), ready);
    }
    for (Update u : said.updates()) {
      Update ready = new Update(u.id(), u.at(), u.title(), u.body(), u.services(), true);
      put(change, Update.KIND, u.id().value(), ready);
    }
    for (Answer a : said.answers()) {
      Answer ready = new Answer(a.id(), a.question(), a.body(), a.asOf(), true);
      put(change, Answer.KIND, a.id().value(), ready);
    }
  }

  static void endings(Writing change, Said said) {
    Ended ended = said.ended().orElse(Ended.NOTHING);
    for (Slug one : ended.fallbacks()) {
      Situations.endFallback(change, one, seen(change, FallbackInForce.KIND, one.value()));
    }
    for (Slug one : ended.overrides()) {
      Stored<Override> stored = change.find(Override.KIND, one.value()).orElseThrow();
      Situations.removeOverride(change, stored.value(), stored.entry());
    }
    for (Slug one : ended.expectations()) {
      Stored<Expectation> stored = change.find(Expectation.KIND, "service." + one).orElseThrow();
      Situations.dropExpectation(change, stored.value(), stored.entry());
    }
    remove(change, Notice.KIND, ended.notices());
    remove(change, Normality.KIND, ended.runningNormally());
    remove(change, Answer.KIND, ended.answers());
  }

  private static void remove(Writing change, Kind<?> kind, List<Slug> ids) {
    ids.forEach(id -> change.remove(kind, id.value()));
  }

  private static <R extends Record> void put(Writing change, Kind<R> kind, String id, R value) {
    change.put(kind, id, value, seen(change, kind, id));
  }

  private static long seen(Reading reading, Kind<?> kind, String id) {
    return reading.find(kind, id).map(Stored::entry).orElse(0L);
  }

  private static Town town(Reading reading) {
    return Towns.of(reading).orElseThrow();
  }
}
