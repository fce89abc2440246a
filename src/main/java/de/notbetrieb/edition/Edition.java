package de.notbetrieb.edition;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is public about one town at one moment. Instants carry the town's offset and
 * whole seconds.
 *
 * @param number 1, 2, 3 ... without gaps
 * @param asOf when the content was true
 * @param confirmedAt when someone last checked that it still is
 * @param nextWordDue the promise of the next word
 * @param previous SHA-256 of the preceding edition's SHA256SUMS, in lower-case hex; absent in the
 *     first
 * @param headline one sentence; {@code lead} says how to reach the town
 * @param runningNormally what works as always, with source and time
 * @param course what each edition changed, oldest first, this one last; those that were taken back
 *     are not in it, of many the newest are; empty in editions made before there was a course
 */
public record Edition(
    int number,
    Purpose purpose,
    OffsetDateTime asOf,
    OffsetDateTime confirmedAt,
    Optional<OffsetDateTime> nextWordDue,
    Optional<String> previous,
    PublicTown town,
    List<Language> languages,
    Text headline,
    Text lead,
    List<PublicContact> contacts,
    List<PublicOffice> offices,
    List<PublicUnit> units,
    List<PublicLifeSituation> lifeSituations,
    List<PublicService> services,
    List<PublicNotice> notices,
    List<RunningNormally> runningNormally,
    List<PublicUpdate> updates,
    List<PublicAnswer> answers,
    List<PublicStand> course) {
  /** Of a longer course the newest part is kept. */
  public static final int LONGEST_COURSE = 40;

  public Edition {
    if (number < 1) {
      throw new IllegalArgumentException("editions are numbered from 1");
    }
    if ((number == 1) != previous.isEmpty()) {
      throw new IllegalArgumentException("every edition but the first names its predecessor");
    }
    languages = List.copyOf(languages);
    contacts = List.copyOf(contacts);
    offices = List.copyOf(offices);
    units = List.copyOf(units);
    lifeSituations = List.copyOf(lifeSituations);
    services = List.copyOf(services);
    notices = List.copyOf(notices);
    runningNormally = List.copyOf(runningNormally);
    updates = List.copyOf(updates);
    answers = List.copyOf(answers);
    // a journal may hold requests of before there was a course
    course = course == null ? List.of() : List.copyOf(course);
  }

  /**
   * What may be told on the pages of a single service, and nothing else: it with its ways in, its
   * offices and its updates, and the names of those beside it. The rest is empty, also number,
   * predecessor and the time of the day; so when two editions give the same, so do the pages.
   */
  public Edition about(PublicService service) {
    OffsetDateTime day = asOf.truncatedTo(ChronoUnit.DAYS);
    return new Edition(
        1,
        purpose,
        day,
        day,
        Optional.empty(),
        Optional.empty(),
        town,
        languages,
        headline,
        headline,
        contacts.stream().filter(one -> service.waysIn().contains(one.slug())).toList(),
        offices.stream().filter(one -> service.offices().contains(one.slug())).toList(),
        List.of(),
        lifeSituations.stream().filter(one -> one.slug().equals(service.lifeSituation())).toList(),
        services.stream()
            .filter(one -> one.lifeSituation().equals(service.lifeSituation()))
            .map(one -> one.slug().equals(service.slug()) ? service : one.mentioned())
            .toList(),
        List.of(),
        List.of(),
        updates.stream().filter(one -> one.services().contains(service.slug())).toList(),
        List.of(),
        List.of());
  }

  /** The same in another place of the chain. */
  public Edition placed(int place, Optional<String> before, List<PublicStand> stands) {
    return new Edition(
        place,
        purpose,
        asOf,
        confirmedAt,
        nextWordDue,
        before,
        town,
        languages,
        headline,
        lead,
        contacts,
        offices,
        units,
        lifeSituations,
        services,
        notices,
        runningNormally,
        updates,
        answers,
        stands);
  }
}
