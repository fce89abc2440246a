package de.notbetrieb.publishing;

import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.util.List;
import java.util.Optional;

/** The difference between any two editions, in the words that residents read. */
public final class Comparisons {
  private final Journal journal;

  public Comparisons(Journal journal) {
    this.journal = journal;
  }

  /** The numbers that can be compared, newest first: those that were not taken back. */
  public List<Integer> numbers(Slug town) {
    return new Releases(journal.read(town))
        .standing().stream().map(Release::number).toList().reversed();
  }

  public Difference between(Slug town, int from, int to) {
    Releases releases = new Releases(journal.read(town));
    return Difference.of(
        Optional.of(releases.edition(standing(releases, from))),
        releases.edition(standing(releases, to)));
  }

  private static Release standing(Releases releases, int number) {
    return releases.standing().stream()
        .filter(release -> release.number() == number)
        .findFirst()
        .orElseThrow(() -> Refused.notFound("publishing.no-edition", String.valueOf(number)));
  }
}
