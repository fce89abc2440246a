package de.notbetrieb.publishing;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A partner town as the list shows it: how far each has seen the other's edition log.
 *
 * @param since when it was taken down, and by whom
 * @param ours what we signed of its log last
 * @param theirs what it signed of our log last, under whichever of its keys
 */
public record Partner(
    Witness witness, Arrival since, Optional<Signed> ours, Optional<Signed> theirs) {

  /** When somebody took a partner down. */
  public record Arrival(OffsetDateTime when, Actor by) {}

  /** Up to which edition a log was signed, and when. */
  public record Signed(long upTo, OffsetDateTime when) {}

  /** Those of now and of before, by name. */
  static List<Partner> all(Reading reading) {
    List<Cosignature> lines = reading.all(Cosignature.KIND).stream().map(Stored::value).toList();
    return reading.all(Witness.KIND).stream()
        .map(one -> of(reading.history(Witness.KIND, one.id()), lines))
        .sorted(
            Comparator.comparing((Partner one) -> one.witness.key().name())
                .thenComparing(one -> one.witness.id()))
        .toList();
  }

  /**
   * One partner.
   *
   * @param states newest first
   */
  private static Partner of(List<Stored<Witness>> states, List<Cosignature> lines) {
    Witness witness = states.getFirst().value();
    List<String> numbers = witness.keys().stream().map(NoteKey::number).toList();
    return new Partner(
        witness,
        new Arrival(states.getLast().happened().toOffset(), states.getLast().actor()),
        witness.seen().map(seen -> new Signed(witness.head().size(), first(states, seen))),
        lines.stream()
            .filter(line -> numbers.contains(line.witness()))
            .max(Comparator.comparingLong(Cosignature::size))
            .map(Partner::signed));
  }

  /** When this checkpoint was signed: later states say what became of the partnership since. */
  private static OffsetDateTime first(List<Stored<Witness>> states, String seen) {
    return states.stream()
        .filter(one -> one.value().seen().equals(Optional.of(seen)))
        .reduce((_, earlier) -> earlier)
        .orElse(states.getFirst())
        .happened()
        .toOffset();
  }

  private static Signed signed(Cosignature one) {
    long seconds = Note.Line.parse(one.id(), one.line()).cosignedAt();
    return new Signed(one.size(), Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }
}
