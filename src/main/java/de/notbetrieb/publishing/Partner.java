package de.notbetrieb.publishing;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Note;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A partner town as the list shows it: how far each has seen the other's edition log.
 *
 * @param ours what we signed of its log last
 * @param theirs what it signed of our log last
 */
public record Partner(Witness witness, Optional<Signed> ours, Optional<Signed> theirs) {

  /** Up to which edition a log was signed, and when. */
  public record Signed(long upTo, OffsetDateTime when) {}

  static List<Partner> all(Reading reading) {
    List<Cosignature> lines = reading.all(Cosignature.KIND).stream().map(Stored::value).toList();
    return reading.all(Witness.KIND).stream()
        .map(one -> of(one, lines))
        .sorted(
            Comparator.comparing((Partner one) -> one.witness.key().name())
                .thenComparing(one -> one.witness.id()))
        .toList();
  }

  private static Partner of(Stored<Witness> stored, List<Cosignature> lines) {
    Witness witness = stored.value();
    return new Partner(
        witness,
        witness.seen().map(_ -> new Signed(witness.head().size(), stored.happened().toOffset())),
        lines.stream()
            .filter(line -> line.witness().equals(witness.id()))
            .max(Comparator.comparingLong(Cosignature::size))
            .map(Partner::signed));
  }

  private static Signed signed(Cosignature one) {
    long seconds = Note.Line.parse(one.id(), one.line()).cosignedAt();
    return new Signed(one.size(), Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }
}
