package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What was seen at a place from outside, under its id.
 *
 * @param edition which one stands there, as far as that can be said
 * @param files how many were compared
 * @param since when it was first seen so
 */
public record Sighting(
    Verdict verdict,
    Optional<Integer> edition,
    List<Finding> findings,
    int files,
    OffsetDateTime since) {
  public static final Kind<Sighting> KIND =
      new Kind<>(
          "publishing.place-sighting", 1, Sighting.class, Retention.INCIDENT, Audience.STAFF);

  /** How it looks from outside. */
  public enum Verdict {
    /** Exactly what was released under that number. */
    GENUINE,
    CONTRADICTS,
    /** It answers, but no edition stands there. */
    NOTHING,
    UNREACHABLE
  }

  public Sighting {
    findings = List.copyOf(findings);
  }

  /** Whether it says the same, whenever it was seen. */
  boolean isSame(Sighting other) {
    return verdict == other.verdict
        && edition.equals(other.edition)
        && findings.equals(other.findings);
  }

  /** The same at a place of which was known which edition stands there. */
  Sighting at(Optional<Integer> known) {
    return new Sighting(verdict, known, findings, files, since);
  }

  Sighting since(OffsetDateTime first) {
    return new Sighting(verdict, edition, findings, files, first);
  }
}
