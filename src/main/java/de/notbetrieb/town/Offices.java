package de.notbetrieb.town;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Office.HoursException;
import de.notbetrieb.town.calendar.WrittenHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The acts that change when an office is open. Each names the entry that its author saw. */
public final class Offices {
  private static final Kind<Office> KIND = Section.OFFICES.kind();
  private static final int MAX_DAYS = 62;
  private static final int MAX_EXCEPTIONS = 400;
  private static final String CLOSED = "off";

  private Offices() {}

  /** The entry that last changed that office, which the next act must have seen. */
  public static long seen(Reading reading, Slug office) {
    return reading.find(KIND, office.value()).orElseThrow(() -> none(office)).entry();
  }

  /** The regular hours; empty: not known. */
  public static long regular(Writing writing, Slug id, String typed, long seen) {
    WrittenHours hours = new WrittenHours(typed);
    if (!typed.isBlank()) {
      hours.problem("hours").ifPresent(wrong -> refuse(List.of(wrong)));
    }
    Optional<String> regular = typed.isBlank() ? Optional.empty() : Optional.of(hours.osm());
    Office office = find(writing, id);
    return put(writing, with(office, regular, office.exceptions()), seen);
  }

  /**
   * Other hours on some days, both named days included; they beat the regular ones.
   *
   * @param times empty: closed
   */
  public static long except(
      Writing writing,
      Slug id,
      LocalDate from,
      LocalDate until,
      String times,
      Optional<Text> reason,
      long seen) {
    WrittenHours hours = new WrittenHours(times);
    List<Problem> problems = new ArrayList<>();
    if (!times.isBlank()) {
      hours.problem("times").ifPresent(problems::add);
    }
    if (until.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(until)) {
      problems.add(new Problem("to", "town.days", List.of(String.valueOf(MAX_DAYS))));
    }
    refuse(problems);
    Office office = find(writing, id);
    String then = times.isBlank() ? CLOSED : hours.osm();
    List<HoursException> all =
        Stream.concat(
                office.exceptions().stream()
                    .filter(one -> one.date().isBefore(from) || one.date().isAfter(until)),
                from.datesUntil(until.plusDays(1))
                    .map(day -> new HoursException(day, then, reason)))
            .sorted(Comparator.comparing(HoursException::date))
            .toList();
    if (all.size() > MAX_EXCEPTIONS) {
      throw Refused.invalid("to", "town.days", String.valueOf(MAX_DAYS));
    }
    return put(writing, with(office, office.hours(), all), seen);
  }

  /** On that day the regular hours hold again. */
  public static long asUsual(Writing writing, Slug id, LocalDate day, long seen) {
    Office office = find(writing, id);
    List<HoursException> left =
        office.exceptions().stream().filter(one -> !one.date().equals(day)).toList();
    return put(writing, with(office, office.hours(), left), seen);
  }

  private static long put(Writing writing, Office office, long seen) {
    return writing.put(KIND, office.id().value(), office, seen);
  }

  private static Office find(Reading reading, Slug id) {
    return reading.find(KIND, id.value()).orElseThrow(() -> none(id)).value();
  }

  private static Refused none(Slug id) {
    return Refused.notFound("situation.no-office", id.value());
  }

  private static Office with(
      Office office, Optional<String> hours, List<HoursException> exceptions) {
    return new Office(
        office.id(),
        office.formerly(),
        office.name(),
        office.address(),
        hours,
        exceptions,
        office.access(),
        office.main(),
        office.audience());
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }
}
