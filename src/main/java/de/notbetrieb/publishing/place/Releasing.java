package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.publishing.Release;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which editions were released, when, and which were taken back. */
record Releasing(SortedMap<Integer, One> all) {
  /** One edition. */
  record One(Sha256 sums, boolean withdrawn, OffsetDateTime released) {}

  static Releasing of(Reading reading) {
    TreeMap<Integer, One> all = new TreeMap<>();
    for (Stored<Release> stored : reading.all(Release.KIND)) {
      Release release = stored.value();
      Stored<Release> first =
          release.withdrawn().isEmpty()
              ? stored
              : reading.history(Release.KIND, stored.id()).getLast();
      all.put(
          release.number(),
          new One(release.sums(), release.withdrawn().isPresent(), first.recorded().toOffset()));
    }
    return new Releasing(all);
  }

  /** The highest number that was not taken back. */
  Optional<Integer> live() {
    return all.entrySet().stream()
        .filter(one -> !one.getValue().withdrawn())
        .reduce((_, later) -> later)
        .map(SortedMap.Entry::getKey);
  }

  boolean isWithdrawn(int number) {
    return Optional.ofNullable(all.get(number)).filter(One::withdrawn).isPresent();
  }

  Optional<Sha256> sums(int number) {
    return Optional.ofNullable(all.get(number)).map(One::sums);
  }

  /** When the first edition after that number was released: since then it was behind. */
  Optional<OffsetDateTime> after(int number) {
    return all.tailMap(number + 1).values().stream().map(One::released).findFirst();
  }
}
