package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a resident wants done, whether it works now, and what to do instead. A state and one
 * sentence is enough; the rest is optional.
 *
 * @param instruction how it goes now; names no way in that is not up
 * @param reason why, in public words; absent while it works
 * @param until when the present arrangement ends and what then holds
 * @param expected how long it may take, as a range and with its source
 * @param words everyday words for the search, German and English
 * @param searchWords the same in further languages; empty in editions made before there were any
 * @param waysIn contacts that are open for it now, best first
 * @param competent the body that always does this, if it is not the town
 * @param asOf when these facts last changed
 * @param history the states that the town published for it, newest first: the present one, then
 *     those before; empty in editions made before there was a history
 * @param expectations what was said of how long it may take, newest first, and what came of it; the
 *     newest one without an end is the present one
 */
public record PublicService(
    Slug slug,
    Text name,
    Slug lifeSituation,
    Optional<String> leikaKey,
    ServiceState state,
    Text instruction,
    Optional<Text> reason,
    Optional<Text> until,
    Optional<Text> expected,
    List<PublicStep> steps,
    List<Text> papers,
    Optional<Text> fee,
    List<PaymentMeans> payment,
    List<Text> cutOffs,
    Optional<DeadlineRule> deadline,
    Optional<Elsewhere> elsewhere,
    Optional<Competent> competent,
    Optional<Substitute> substitute,
    List<Difference> differences,
    List<Slug> offices,
    List<Slug> waysIn,
    List<Text> words,
    List<PublicSearchWords> searchWords,
    OffsetDateTime asOf,
    List<StateSince> history,
    List<Expected> expectations) {
  /** Of more than this many states the first and the newest are kept. */
  public static final int MOST_STATES = 50;

  /** Of more than this many statements of how long it may take the newest are kept. */
  public static final int MOST_EXPECTATIONS = 20;

  public PublicService {
    steps = List.copyOf(steps);
    papers = List.copyOf(papers);
    payment = List.copyOf(payment);
    cutOffs = List.copyOf(cutOffs);
    differences = List.copyOf(differences);
    offices = List.copyOf(offices);
    waysIn = List.copyOf(waysIn);
    words = List.copyOf(words);
    searchWords = searchWords == null ? List.of() : List.copyOf(searchWords);
    // a journal may hold requests of before there was a history or a search in more languages
    history = history == null ? List.of() : List.copyOf(history);
    expectations = expectations == null ? List.of() : List.copyOf(expectations);
  }

  /** The same words without any time. */
  public PublicService timeless() {
    return at(OffsetDateTime.parse("2000-01-01T00:00:00Z"), List.of(), expected, List.of());
  }

  /** The same with another history. */
  public PublicService with(List<StateSince> states) {
    return at(asOf, states, expected, expectations);
  }

  /** The same with another history, and with what was said of how long it may take. */
  public PublicService with(List<StateSince> states, List<Expected> said) {
    return at(asOf, states, Expected.present(said).map(Expected::range), said);
  }

  private PublicService at(
      OffsetDateTime time, List<StateSince> states, Optional<Text> range, List<Expected> said) {
    return new PublicService(
        slug,
        name,
        lifeSituation,
        leikaKey,
        state,
        instruction,
        reason,
        until,
        range,
        steps,
        papers,
        fee,
        payment,
        cutOffs,
        deadline,
        elsewhere,
        competent,
        substitute,
        differences,
        offices,
        waysIn,
        words,
        searchWords,
        time,
        states,
        said);
  }

  /** What the page of another service says of this one: its name. */
  PublicService mentioned() {
    return new PublicService(
        slug,
        name,
        lifeSituation,
        Optional.empty(),
        ServiceState.UNKNOWN,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OffsetDateTime.MIN,
        List.of(),
        List.of());
  }

  /** The same without what only the search reads. */
  public PublicService withoutSearchWords() {
    return new PublicService(
        slug,
        name,
        lifeSituation,
        leikaKey,
        state,
        instruction,
        reason,
        until,
        expected,
        steps,
        papers,
        fee,
        payment,
        cutOffs,
        deadline,
        elsewhere,
        competent,
        substitute,
        differences,
        offices,
        waysIn,
        List.of(),
        List.of(),
        asOf,
        history,
        expectations);
  }

  /** A state that was published, and the time from which it held. */
  public record StateSince(ServiceState state, OffsetDateTime since) {}

  /**
   * What was said of how long it may take, as a range.
   *
   * @param said when
   * @param by whose word it is: a function or a body
   * @param earliest the first day of the range, if it names days; {@code latest} the last one
   * @param decided who decided it, when the range is one single day
   * @param ended absent as long as it holds
   */
  public record Expected(
      Text range,
      OffsetDateTime said,
      Optional<Text> by,
      Optional<LocalDate> earliest,
      Optional<LocalDate> latest,
      Optional<Text> decided,
      Optional<Ended> ended) {
    /** The one that holds now. */
    public static Optional<Expected> present(List<Expected> newestFirst) {
      return newestFirst.stream().findFirst().filter(one -> one.ended().isEmpty());
    }

    /** The same with what came of it. */
    public Expected ended(Outcome outcome, OffsetDateTime at) {
      return new Expected(
          range, said, by, earliest, latest, decided, Optional.of(new Ended(outcome, at)));
    }
  }

  /** What came of an expectation, and when. */
  public record Ended(Outcome outcome, OffsetDateTime at) {}

  /** What can come of an expectation. */
  public enum Outcome {
    /** Something else was said instead. */
    REPLACED,

    /** It was no longer said. */
    TAKEN_BACK,

    /** The service works again; no days had been named. */
    BACK,

    /** It works again, before the first day that was named. */
    BACK_EARLIER,

    /** It works again, within the days that were named. */
    BACK_AS_SAID,

    /** It works again, after the last day that was named. */
    BACK_LATER
  }

  /** A part of the service with a state of its own. */
  public record PublicStep(Slug slug, Text name, ServiceState state, Optional<Text> instruction) {}

  /**
   * What holds for a deadline, on what ground, and who says so.
   *
   * @param ground the paragraph
   * @param decider who decided it, by function, when the rule grants something
   */
  public record DeadlineRule(Text rule, String ground, Optional<String> decider) {}

  /** Who does it because of the outage, and on what terms. */
  public record Elsewhere(
      String who,
      Optional<Text> where,
      HelpMode mode,
      Optional<Text> authorisation,
      Optional<Text> days) {}

  /** The body that does this in peace as well. */
  public record Competent(String who, Optional<String> phone, Optional<URI> address) {}

  /** A substitute by another level of the state, with a warning against imitations. */
  public record Substitute(Text name, URI address, Text warning) {}

  /** What differs by office, weekday or group. */
  public record Difference(Text whom, ServiceState state, Text sentence) {}
}
