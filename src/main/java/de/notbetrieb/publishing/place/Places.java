package de.notbetrieb.publishing.place;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.town.PreparedPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of a town: written down, looked at, ticked; and how it stands with each. */
public final class Places {
  private final Journal journal;
  private final Editions editions;
  private final Wishes wishes = new Wishes();
  private final Accesses accesses;
  private final Logbook logbook;

  /**
   * @param data the data directory, where the key of the secrets lies
   */
  public Places(Journal journal, Editions editions, Path data) {
    this.journal = journal;
    this.editions = editions;
    Secrets secrets = new Secrets(data);
    this.accesses = new Accesses(journal, secrets, wishes);
    this.logbook = new Logbook(journal, editions, secrets, wishes, data.resolve("towns"));
  }

  /** Every kind of record that this part writes. */
  public static List<Kind<?>> kinds() {
    return List.of(
        Place.KIND, SealedSecret.KIND, Feeding.KIND, Posted.KIND, Hung.KIND, Sighting.KIND);
  }

  /** How it stands, worst first. */
  public List<PlaceStatus> board(Slug town) {
    Reading reading = journal.read(town);
    Releasing releases = Releasing.of(reading);
    return PlaceList.all(reading).stream()
        .map(stored -> PlaceStatus.of(stored.id(), known(reading, town, stored), releases))
        .sorted(PlaceStatus.WORST_FIRST)
        .toList();
  }

  public PlaceStatus status(Slug town, String id) {
    Reading reading = journal.read(town);
    return PlaceStatus.of(id, known(reading, town, stored(town, id)), Releasing.of(reading));
  }

  private Known known(Reading reading, Slug town, Stored<Place> stored) {
    return Known.of(reading, stored, logbook.looked(town, stored.id()));
  }

  public Stored<Place> stored(Slug town, String id) {
    return PlaceList.find(journal.read(town), id)
        .orElseThrow(() -> Refused.notFound("place.none", id));
  }

  /**
   * Writes a place down, or describes it anew; how it is fed stays.
   *
   * @param seen the entry that the person saw; 0 for a new one
   */
  public void describe(
      Slug town, Person person, RequestId form, String id, Place place, long seen) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Optional<Place> before = PlaceList.find(change, id).map(Stored::value);
          if (before.isEmpty() && PlaceList.all(change).size() >= PreparedPlace.MOST) {
            throw Refused.invalid(
                "placeName", "place.too-many", String.valueOf(PreparedPlace.MOST));
          }
          PlaceList.requireSeen(change, id, seen);
          PlaceList.describe(change, id, place);
          boolean elsewhere =
              before.filter(old -> !old.address().equals(place.address())).isPresent();
          if (elsewhere) {
            PlaceList.forget(change, id, Sighting.KIND);
          }
        });
    wishes.add(new Wishes.Wish(town, id, false));
  }

  /** Several at once, as a new town has them; those that are there already stay as they are. */
  public void begin(Slug town, Person person, RequestId form, Map<String, Place> usual) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change ->
            usual.forEach(
                (id, place) -> {
                  if (PlaceList.find(change, id).isEmpty()) {
                    PlaceList.describe(change, id, place);
                  }
                }));
  }

  /** It speaks for us no more for a while, or again. */
  public void rest(Slug town, Person person, RequestId form, String id, boolean rests) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change -> change.put(Place.KIND, id, PlaceList.present(change, id).resting(rests)));
    wishes.add(new Wishes.Wish(town, id, false));
  }

  /** Takes it from the board; what was written down stays in the journal. */
  public void remove(Slug town, Person person, RequestId form, String id) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          PlaceList.present(change, id);
          PlaceList.remove(change, id);
          PlaceList.forget(
              change, id, Posted.KIND, Feeding.KIND, Sighting.KIND, SealedSecret.KIND, Hung.KIND);
        });
  }

  /** What was found there and done there, newest first. */
  public List<PlaceEvent> history(Slug town, String id) {
    return PlaceEvent.of(journal.read(town), id);
  }

  /** It hangs: somebody has put that edition up by hand, now. */
  public void hang(Slug town, Person person, RequestId form, String id, int edition) {
    Actor actor = person.allowedTo(Right.WRITE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Place place = PlaceList.present(change, id);
          if (place.isAutomatic()) {
            throw Refused.conflict("place.by-itself", place.name());
          }
          Releasing releases = Releasing.of(change);
          if (releases.sums(edition).isEmpty() || releases.isWithdrawn(edition)) {
            throw Refused.notFound("publishing.no-edition", String.valueOf(edition));
          }
          change.put(Hung.KIND, id, new Hung(edition));
        });
    wishes.add(new Wishes.Wish(town, id, false));
  }

  /** Looks again at once; {@code all}: uploads every file anew before. */
  public void ask(Slug town, Person person, String id, boolean all) {
    person.allowedTo(Right.WRITE);
    stored(town, id);
    wishes.add(new Wishes.Wish(town, id, all));
  }

  /** Whether a wish still waits to be taken up. */
  public boolean isAsked(Slug town, String id) {
    return wishes.isOpen(town, id);
  }

  /** What to put there by hand, from the live edition; the most fitting first. */
  public List<String> files(Slug town, Place place) {
    return editions
        .sealed(town)
        .map(live -> HandFed.files(place.sort(), live.edition()))
        .orElse(List.of());
  }

  /** The number that every place should carry; empty: nothing is public. */
  public Optional<Integer> live(Slug town) {
    return Releasing.of(journal.read(town)).live();
  }

  /** How the program feeds them. */
  public Accesses accesses() {
    return accesses;
  }

  /** What the courier reads and writes. */
  Logbook logbook() {
    return logbook;
  }

  /** A listed file of the live edition, for the one who puts it up. */
  public byte[] file(Slug town, String id, String path) {
    Place place = stored(town, id).value();
    EditionPackage live =
        editions
            .sealed(town)
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", "-"))
            .edition();
    if (!HandFed.files(place.sort(), live).contains(path)) {
      throw Refused.notFound("publishing.no-file", path);
    }
    return live.bytes(path);
  }
}
