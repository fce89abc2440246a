package de.notbetrieb.situation.web;

import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.ScreenTexts;
import de.notbetrieb.situation.Derivation;
import de.notbetrieb.situation.Derived;
import de.notbetrieb.situation.OfficeStatus;
import de.notbetrieb.situation.Situation;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.WayConsequences;
import de.notbetrieb.town.Office;
import de.notbetrieb.town.Offices;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.Visibility;
import de.notbetrieb.town.calendar.OfficeHours;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the offices' screens show of one reading. */
final class OfficeViews {
  private final Reading reading;
  private final Situation situation;
  private final ScreenTexts texts;
  private final LocalDate today;
  private final OfficeHours hours;

  private OfficeViews(Reading reading, Situation situation, ScreenTexts texts, LocalDate today) {
    this.reading = reading;
    this.situation = situation;
    this.texts = texts;
    this.today = today;
    this.hours = new OfficeHours(situation.town().holidays());
  }

  static OfficeViews of(Reading reading, ScreenTexts texts, Clock clock) {
    Situation situation =
        Situations.of(
            reading, Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", "-")));
    return new OfficeViews(
        reading, situation, texts, LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }

  OfficesPage all() {
    return new OfficesPage(situation.town().offices().stream().map(this::row).toList());
  }

  OfficePage one(Slug id, boolean mayChange, OfficeForms forms) {
    Office office =
        situation
            .town()
            .office(id)
            .orElseThrow(() -> Refused.notFound("situation.no-office", id.value()));
    Optional<OfficeStatus> status = status(id);
    return new OfficePage(
        row(office),
        mayChange,
        reading.find(OfficeStatus.KIND, id.value()).map(Stored::entry).orElse(0L),
        Offices.seen(reading, id),
        options(id, status),
        office.exceptions().stream()
            .filter(one -> !one.date().isBefore(today))
            .map(this::day)
            .toList(),
        forms.form(
            "/zustand",
            Map.of(
                "note", Sentences.german(status.flatMap(OfficeStatus::note)),
                "noteEn", Sentences.english(status.flatMap(OfficeStatus::note)),
                "until", Sentences.german(status.flatMap(OfficeStatus::until)),
                "untilEn", Sentences.english(status.flatMap(OfficeStatus::until)))),
        forms.form("/tage", Map.of()),
        forms.form("/zeiten", Map.of("hours", office.hours().orElse(""))));
  }

  /** The present one first: it is what the Enter key sends. */
  private List<OfficePage.Option> options(Slug office, Optional<OfficeStatus> status) {
    Derived now = Derivation.of(situation);
    OfficeState present = status.map(OfficeStatus::state).orElse(OfficeState.OPEN);
    return Stream.concat(
            Stream.of(present),
            Arrays.stream(OfficeState.values()).filter(state -> state != present))
        .map(
            state -> {
              OfficeStatus supposed =
                  new OfficeStatus(office, state, Optional.empty(), Optional.empty());
              return new OfficePage.Option(
                  state,
                  Outcomes.of(
                      situation.town(),
                      WayConsequences.between(now, Derivation.of(situation.with(supposed)))));
            })
        .toList();
  }

  private OfficesPage.Row row(Office office) {
    Optional<OfficeStatus> status = status(office.id());
    OfficeState state = status.map(OfficeStatus::state).orElse(OfficeState.OPEN);
    return new OfficesPage.Row(
        office.id().value(),
        office.name().de(),
        office.address(),
        state,
        status.stream()
            .flatMap(one -> Stream.of(one.note(), one.until()))
            .flatMap(Optional::stream)
            .map(Text::de)
            .toList(),
        state == OfficeState.CLOSED
            ? Optional.of(texts.t("offices.closed"))
            : hours.days(office, today, 1).stream().findFirst().map(this::open),
        hours.inWords(office).stream().map(this::inMyLanguage).toList(),
        office.audience() == Visibility.STAFF);
  }

  private OfficePage.Day day(Office.HoursException exception) {
    return new OfficePage.Day(
        exception.date().toString(),
        texts.day(exception.date()),
        Optional.of(exception.hours()).filter(times -> !times.equals("off")),
        exception.reason().map(Text::de));
  }

  private String open(OpenDay day) {
    String times =
        day.open().stream()
            .map(span -> clock(span.fromMinute()) + "–" + clock(span.untilMinute()))
            .collect(Collectors.joining(", "));
    String said = times.isEmpty() ? texts.t("offices.closed") : times;
    return day.note().map(note -> said + " (" + inMyLanguage(note) + ")").orElse(said);
  }

  private String inMyLanguage(Text text) {
    return texts.language().equals("en") ? text.en().orElse(text.de()) : text.de();
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
  }

  private Optional<OfficeStatus> status(Slug office) {
    return situation.offices().stream().filter(one -> one.office().equals(office)).findFirst();
  }
}
