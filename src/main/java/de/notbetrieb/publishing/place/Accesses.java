package de.notbetrieb.publishing.place;

import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.util.Optional;

/** Which places the program feeds, and how it gets in: decided by those who release. */
public final class Accesses {
  private static final int MAX_SECRET_CHARACTERS = 20_000;

  private final Journal journal;
  private final Secrets secrets;
  private final Wishes wishes;

  Accesses(Journal journal, Secrets secrets, Wishes wishes) {
    this.journal = journal;
    this.secrets = secrets;
    this.wishes = wishes;
  }

  /**
   * Says how the program feeds a place.
   *
   * @param secret a new password or key; empty: the one that is there stays
   */
  public void feedBy(
      Slug town,
      Person person,
      RequestId form,
      String id,
      Upload upload,
      Optional<String> secret,
      long seen) {
    Actor actor = person.allowedTo(Right.RELEASE);
    if (secret.filter(words -> words.length() > MAX_SECRET_CHARACTERS).isPresent()) {
      throw Refused.invalid("secret", "place.secret-long");
    }
    Optional<SealedSecret> sealed = secret.map(words -> secrets.seal(town, id, words));
    journal.write(
        town,
        actor,
        form,
        change -> {
          Place place = PlaceList.present(change, id);
          if (!upload.way().leadsTo(place.sort())) {
            throw Refused.conflict("place.not-fed", place.name());
          }
          if (upload.needsSecret()
              && sealed.isEmpty()
              && change.find(SealedSecret.KIND, id).isEmpty()) {
            throw Refused.invalid("secret", "place.secret-missing");
          }
          PlaceList.requireSeen(change, id, seen);
          change.put(Place.KIND, id, place.with(upload));
          sealed.ifPresent(box -> change.put(SealedSecret.KIND, id, box));
          if (!place.upload().map(Upload::location).equals(Optional.of(upload.location()))) {
            // elsewhere: nothing is known of what lies there
            PlaceList.forget(change, id, Posted.KIND, Feeding.KIND, Sighting.KIND);
          } else if (!place.upload().orElseThrow().languages().equals(upload.languages())) {
            // what is missing now is posted at the next visit
            PlaceList.forget(change, id, Feeding.KIND);
          }
        });
    wishes.add(new Wishes.Wish(town, id, false));
  }

  /** The program feeds it no more, and forgets the password; what stands there stays. */
  public void feedNoMore(Slug town, Person person, RequestId form, String id) {
    Actor actor = person.allowedTo(Right.RELEASE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          change.put(Place.KIND, id, PlaceList.present(change, id).byHand());
          PlaceList.forget(change, id, SealedSecret.KIND);
        });
  }

  /** Somebody has compared the server's fingerprint with what its owner says. */
  public void trust(Slug town, Person person, RequestId form, String id, String fingerprint) {
    Actor actor = person.allowedTo(Right.RELEASE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Place place = PlaceList.present(change, id);
          Upload upload =
              place.upload().orElseThrow(() -> Refused.conflict("place.not-fed", place.name()));
          change.put(Place.KIND, id, place.with(upload.trusting(fingerprint)));
        });
    wishes.add(new Wishes.Wish(town, id, false));
  }

  /** Whether a password or key is there; it is never shown. */
  public boolean hasSecret(Slug town, String id) {
    return journal.read(town).find(SealedSecret.KIND, id).isPresent();
  }
}
