package de.notbetrieb.publishing;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A town's store compared with its journal: every number that was given is there, from 1 without a
 * gap, each naming the one before; every file is as it was sealed, or a signed note stands for it; and
 * the edition log tells of the same releases.
 */
public record StoreVerification(int editions, int withdrawn, List<Damage> damage) {
  private static final Set<String> NOTE_ALONE =
      Set.of(WithdrawalNote.FILE_NAME, WithdrawalNote.FILE_NAME + ".minisig");

  public StoreVerification {
    damage = List.copyOf(damage);
  }

  public boolean isClean() {
    return damage.isEmpty();
  }

  public static StoreVerification of(Reading reading, Path towns, Slug town) {
    EditionStore store = new EditionStore(towns, town);
    List<Release> releases = new Releases(reading).all();
    List<Damage> damage = new ArrayList<>();
    if (!releases.isEmpty()) {
      TownKeys keys = keys(store, reading);
      Iterator<Integer> there = store.numbers().iterator();
      Optional<String> previous = Optional.empty();
      int expected = 1;
      for (Release release : releases) {
        try {
          requireNumber(store, expected++, release.number(), there);
          check(store, release, previous, keys);
        } catch (Damage e) {
          damage.add(e);
        }
        previous = Optional.of(release.sums().hex());
      }
      there.forEachRemaining(
          number ->
              damage.add(
                  new Damage(
                      store.edition(number).toString(), "no such edition", "edition " + number)));
    }
    damage.addAll(LogVerification.of(reading, store));
    long taken = releases.stream().filter(one -> one.withdrawn().isPresent()).count();
    return new StoreVerification(releases.size(), (int) taken, damage);
  }

  /** The keys in the store, which must be those that the journal tells of. */
  private static TownKeys keys(EditionStore store, Reading reading) {
    TownKeys there = store.keys();
    KeyChanged.keys(reading)
        .filter(told -> !told.eras().equals(there.eras()))
        .ifPresent(
            told -> {
              throw new Damage(store.keyFile().toString(), told.eras() + "", there.eras() + "");
            });
    return there;
  }

  private static void requireNumber(
      EditionStore store, int expected, int released, Iterator<Integer> there) {
    int found = there.hasNext() ? there.next() : 0;
    if (released != expected || found != expected) {
      throw new Damage(
          store.edition(expected).toString(),
          "edition " + expected,
          "in the journal " + released + ", in the store " + (found == 0 ? "none" : found));
    }
  }

  private static void check(
      EditionStore store, Release release, Optional<String> previous, TownKeys keys) {
    Path place = store.edition(release.number());
    if (release.withdrawn().isPresent() != store.isWithdrawn(release.number())) {
      throw new Damage(
          place.toString(),
          release.withdrawn().isPresent() ? "a note of its withdrawal" : "an edition",
          store.isWithdrawn(release.number()) ? "a note of its withdrawal" : "none");
    }
    String sums;
    if (store.isWithdrawn(release.number())) {
      sums = store.withdrawal(release.number(), keys).sha256Sums();
      requireNoteAlone(store, release.number());
    } else {
      EditionPackage edition = store.read(release.number(), keys.of(release.number()));
      sums = Sha256.of(edition.sums().text()).hex();
      requireEqual(place, "previous " + previous, "previous " + edition.head().previous());
    }
    requireEqual(place, release.sums().hex(), sums);
  }

  private static void requireNoteAlone(EditionStore store, int number) {
    Set<String> files = store.files(number);
    if (!files.equals(NOTE_ALONE)) {
      throw new Damage(
          store.edition(number).toString(), "nothing beside the note", files.size() + " files");
    }
  }

  private static void requireEqual(Path place, String expected, String found) {
    if (!expected.equals(found)) {
      throw new Damage(place.toString(), expected, found);
    }
  }
}
