package de.notbetrieb.situation;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Fallback;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the journal holds of a town's situation, and the acts that change it. Each act names the
 * entry that its author saw, 0 if there was none: who was overtaken is refused and loses nothing.
 */
public final class Situations {
  static final int MAX_SENTENCE = 1_000;
  static final int MAX_NOTE = 2_000;

  private Situations() {}

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(
        Incident.KIND,
        SystemStatus.KIND,
        ContactStatus.KIND,
        OfficeStatus.KIND,
        FallbackInForce.KIND,
        Override.KIND,
        Expectation.KIND);
  }

  public static Situation of(Reading reading, Town town) {
    return new Situation(
        town,
        reading.find(Incident.KIND, Incident.ID).map(Stored::value),
        values(reading, SystemStatus.KIND),
        values(reading, ContactStatus.KIND),
        values(reading, OfficeStatus.KIND),
        values(reading, FallbackInForce.KIND),
        values(reading, Override.KIND),
        values(reading, Expectation.KIND));
  }

  /** Whether nothing is said of this town yet. */
  public static boolean isEmpty(Reading reading) {
    return kinds().stream().allMatch(kind -> reading.all(kind).isEmpty());
  }

  public static long declare(Writing writing, Incident incident, long seen) {
    check(List.of(tooLong("kind", incident.kind(), MAX_SENTENCE)));
    return writing.put(Incident.KIND, Incident.ID, incident, seen);
  }

  public static long setSystem(Writing writing, Town town, SystemStatus status, long seen) {
    found(town.system(status.system()), "situation.no-system", status.system());
    check(List.of(tooLong("staffNote", status.staffNote(), MAX_NOTE)));
    return writing.put(SystemStatus.KIND, status.system().value(), status, seen);
  }

  public static long setContact(Writing writing, Town town, ContactStatus status, long seen) {
    found(town.contact(status.contact()), "situation.no-contact", status.contact());
    List<Optional<Problem>> problems = new ArrayList<>();
    status.note().ifPresent(note -> problems.add(tooLong("note", note, MAX_SENTENCE)));
    status.until().ifPresent(until -> problems.add(tooLong("until", until, MAX_SENTENCE)));
    check(problems);
    return writing.put(ContactStatus.KIND, status.contact().value(), status, seen);
  }

  public static long setOffice(Writing writing, Town town, OfficeStatus status, long seen) {
    found(town.office(status.office()), "situation.no-office", status.office());
    List<Optional<Problem>> problems = new ArrayList<>();
    status.note().ifPresent(note -> problems.add(tooLong("note", note, MAX_SENTENCE)));
    status.until().ifPresent(until -> problems.add(tooLong("until", until, MAX_SENTENCE)));
    check(problems);
    return writing.put(OfficeStatus.KIND, status.office().value(), status, seen);
  }

  public static long putInForce(Writing writing, Town town, FallbackInForce fallback, long seen) {
    found(fallback(town, fallback.fallback()), "situation.no-fallback", fallback.fallback());
    return writing.put(FallbackInForce.KIND, fallback.fallback().value(), fallback, seen);
  }

  public static void endFallback(Writing writing, Slug fallback, long seen) {
    remove(writing, FallbackInForce.KIND, fallback.value(), seen);
  }

  /** A day that has passed cannot be the one on which somebody looks again. */
  public static long override(Writing writing, Town town, Override override, long seen) {
    LocalDate today = writing.now().toOffset().toLocalDate();
    boolean past = override.until().filter(day -> day.isBefore(today)).isPresent();
    List<Optional<Problem>> problems = new ArrayList<>(problems(town, override));
    problems.add(wrong(past, "until", "situation.until-past"));
    check(problems);
    return writing.put(Override.KIND, override.recordId(), override, seen);
  }

  /**
   * Whether a word can be said of its service, whenever that is.
   *
   * @throws Refused naming every field that is wrong
   */
  static void requireSound(Town town, Override override) {
    check(problems(town, override));
  }

  private static List<Optional<Problem>> problems(Town town, Override override) {
    Service service =
        found(town.service(override.service()), "situation.no-service", override.service());
    override.step().ifPresent(step -> found(step(service, step), "situation.no-step", step));
    return List.of(
        tooLong("sentence", override.sentence(), MAX_SENTENCE),
        tooLong("reason", Optional.of(override.reason()), MAX_NOTE),
        wrong(override.reason().isBlank(), "reason", "situation.reason-missing"),
        override.untilSentence().flatMap(words -> tooLong("untilSentence", words, MAX_SENTENCE)));
  }

  public static void removeOverride(Writing writing, Override override, long seen) {
    remove(writing, Override.KIND, override.recordId(), seen);
  }

  public static long expect(Writing writing, Town town, Expectation expectation, long seen) {
    expectation.service().ifPresent(id -> found(town.service(id), "situation.no-service", id));
    expectation.system().ifPresent(id -> found(town.system(id), "situation.no-system", id));
    check(
        List.of(
            tooLong("range", expectation.range(), MAX_SENTENCE),
            wrong(expectation.source().isBlank(), "source", "situation.source-missing"),
            expectation.saidBy().flatMap(words -> tooLong("saidBy", words, MAX_SENTENCE)),
            expectation.decided().flatMap(words -> tooLong("decided", words, MAX_SENTENCE)),
            wrong(!expectation.isRange(), "latest", "situation.no-range"),
            wrong(expectation.isUndecidedDay(), "decided", "situation.day-undecided")));
    return writing.put(Expectation.KIND, expectation.recordId(), expectation, seen);
  }

  public static void dropExpectation(Writing writing, Expectation expectation, long seen) {
    remove(writing, Expectation.KIND, expectation.recordId(), seen);
  }

  private static Optional<Fallback> fallback(Town town, Slug id) {
    return town.fallbacks().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Optional<Service.Step> step(Service service, Slug id) {
    return service.steps().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static <T> T found(Optional<T> thing, String key, Slug id) {
    return thing.orElseThrow(() -> Refused.notFound(key, id.value()));
  }

  private static Optional<Problem> tooLong(String field, Text words, int limit) {
    return wrong(
        words.all().anyMatch(one -> one.length() > limit),
        field,
        "situation.too-long",
        String.valueOf(limit));
  }

  private static Optional<Problem> tooLong(String field, Optional<String> words, int limit) {
    return wrong(
        words.filter(one -> one.length() > limit).isPresent(),
        field,
        "situation.too-long",
        String.valueOf(limit));
  }

  private static Optional<Problem> wrong(
      boolean wrong, String field, String key, String... arguments) {
    return wrong ? Optional.of(new Problem(field, key, List.of(arguments))) : Optional.empty();
  }

  private static void check(List<Optional<Problem>> found) {
    List<Problem> problems = found.stream().flatMap(Optional::stream).toList();
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  private static <R extends Record> void remove(
      Writing writing, Kind<R> kind, String id, long seen) {
    long present = writing.find(kind, id).map(Stored::entry).orElse(0L);
    if (present != seen) {
      throw Refused.conflict("journal.moved-on", id);
    }
    writing.remove(kind, id);
  }

  private static <R extends Record> List<R> values(Reading reading, Kind<R> kind) {
    return reading.all(kind).stream().map(Stored::value).toList();
  }
}
