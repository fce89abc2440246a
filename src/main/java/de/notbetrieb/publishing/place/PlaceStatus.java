package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Actor;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place as the board shows it.
 *
 * @param carries the edition that stands there, as far as anybody knows
 * @param since when it began to be so
 * @param seen when it was last read back; absent: never
 * @param fed when it was last fed, and by whom
 * @param mended what the program put right by itself when it fed it
 */
public record PlaceStatus(
    String id,
    Place place,
    Standing standing,
    Optional<Integer> carries,
    Optional<OffsetDateTime> since,
    List<Finding> findings,
    Optional<Looked> seen,
    Optional<FedBy> fed,
    List<Finding> mended) {
  /** Worst first. */
  static final Comparator<PlaceStatus> WORST_FIRST =
      Comparator.comparing(PlaceStatus::standing)
          .thenComparing(one -> one.carries().orElse(0))
          .thenComparing(one -> one.place().name());

  /** How it stands with a place, worst first. */
  public enum Standing {
    CONTRADICTS,
    BEHIND,
    EMPTY,
    UNREACHABLE,
    UNCHECKED,
    CURRENT,
    WAITING,
    STOPPED;

    /** Whether the public hears something else there than what is so, or nothing. */
    public boolean isBad() {
      return compareTo(UNCHECKED) < 0;
    }
  }

  /** A look from outside. */
  public record Looked(OffsetDateTime when, int files) {}

  /** Who put it there, and when. */
  public record FedBy(OffsetDateTime when, Actor actor, int edition) {}

  public PlaceStatus {
    findings = List.copyOf(findings);
    mended = List.copyOf(mended);
  }

  static PlaceStatus of(String id, Known known, Releasing releases) {
    Optional<Integer> carries = carried(known);
    List<Finding> findings = new ArrayList<>();
    known.latest().map(Sighting::findings).ifPresent(findings::addAll);
    if (carries.filter(releases::isWithdrawn).isPresent()) {
      findings.add(Finding.of(Finding.What.WITHDRAWN, String.valueOf(carries.get())));
    }
    known.feeding().problem().filter(_ -> known.place().isFed()).ifPresent(findings::add);
    Standing standing = judged(known, releases, carries);
    return new PlaceStatus(
        id,
        known.place(),
        standing,
        carries,
        begun(standing, known, releases, carries),
        findings,
        known.looked(),
        known.fed(),
        known.feeding().mended());
  }

  /** What was seen later counts; a look that saw nothing does not make us forget what was fed. */
  private static Optional<Integer> carried(Known known) {
    Optional<Integer> fed = known.fed().map(FedBy::edition);
    if (known.latest().isEmpty()) {
      return fed;
    }
    Sighting sighting = known.latest().get();
    return switch (sighting.verdict()) {
      case GENUINE, CONTRADICTS -> sighting.edition();
      case NOTHING -> Optional.empty();
      case UNREACHABLE -> fed.or(sighting::edition);
    };
  }

  private static Standing judged(Known known, Releasing releases, Optional<Integer> carries) {
    Optional<Sighting.Verdict> verdict = known.latest().map(Sighting::verdict);
    if (known.place().stopped()) {
      return Standing.STOPPED;
    }
    if (verdict.equals(Optional.of(Sighting.Verdict.CONTRADICTS))
        || carries.filter(releases::isWithdrawn).isPresent()) {
      return Standing.CONTRADICTS;
    }
    if (releases.live().isEmpty()) {
      return Standing.WAITING;
    }
    if (carries.isPresent() && !carries.equals(releases.live())) {
      return Standing.BEHIND;
    }
    if (verdict.equals(Optional.of(Sighting.Verdict.UNREACHABLE))) {
      return Standing.UNREACHABLE;
    }
    if (carries.isEmpty()) {
      return isOnlyUnseen(known, verdict) ? Standing.UNCHECKED : Standing.EMPTY;
    }
    return verdict.isPresent() || !known.place().isAutomatic()
        ? Standing.CURRENT
        : Standing.UNCHECKED;
  }

  /** It follows by itself, and nobody has looked yet. */
  private static boolean isOnlyUnseen(Known known, Optional<Sighting.Verdict> verdict) {
    return known.place().isAutomatic() && !known.place().isFed() && verdict.isEmpty();
  }

  private static Optional<OffsetDateTime> begun(
      Standing standing, Known known, Releasing releases, Optional<Integer> carries) {
    return switch (standing) {
      case CONTRADICTS, UNREACHABLE ->
          known.sighting().map(Sighting::since).or(() -> known.fed().map(FedBy::when));
      case BEHIND -> releases.after(carries.orElse(0));
      case EMPTY ->
          releases.after(0).map(when -> when.isAfter(known.created()) ? when : known.created());
      case UNCHECKED, CURRENT -> known.fed().map(FedBy::when);
      case WAITING, STOPPED -> Optional.empty();
    };
  }
}
