package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Newsroom;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From the draft to the sealed edition: request, release, return, and what a start finds. */
public final class Editions {
  private final Journal journal;
  private final People people;
  private final Path towns;
  private final Purpose purpose;

  /**
   * @param towns the folder of the edition stores
   */
  public Editions(Journal journal, People people, Path towns, Purpose purpose) {
    this.journal = journal;
    this.people = people;
    this.towns = towns;
    this.purpose = purpose;
  }

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(Request.KIND, Release.KIND);
  }

  /** What would be public if it were sealed now. */
  public Edition draft(Slug slug, OffsetDateTime asOf, Optional<OffsetDateTime> nextWordDue) {
    Reading reading = journal.read(slug);
    Town town = Towns.of(reading).orElseThrow(() -> Refused.notFound("town.none", slug.value()));
    return new Composer(Situations.of(reading, town), Newsroom.of(reading), purpose)
        .compose(asOf, nextWordDue, next(reading), live(slug), Set.of());
  }

  /** What is public now: the highest number that is not withdrawn. */
  public Optional<Edition> live(Slug slug) {
    Reading reading = journal.read(slug);
    return releases(reading).stream()
        .filter(release -> release.withdrawn().isEmpty())
        .max(Comparator.comparingInt(Release::number))
        .map(release -> edition(reading, release));
  }

  /** A package as it lies in the store, with the key that it was checked with. */
  public record Sealed(EditionPackage edition, Minisign.PublicKey key) {}

  /** The files of what is public now. */
  public Optional<Sealed> sealed(Slug slug) {
    EditionStore store = new EditionStore(towns, slug);
    return live(slug)
        .flatMap(_ -> store.highest(store.key()))
        .map(edition -> new Sealed(edition, store.key()));
  }

  private static Edition edition(Reading reading, Release release) {
    Request request = request(reading, release.request());
    Optional<String> previous =
        release.number() == 1
            ? Optional.empty()
            : reading
                .find(Release.KIND, Release.id(release.number() - 1))
                .map(before -> before.value().sums().hex());
    return Request.numbered(request.edition(), release.number(), previous);
  }

  /** Freezes the draft and asks for its release. */
  public Request request(
      Slug slug,
      Person author,
      RequestId form,
      OffsetDateTime asOf,
      Optional<OffsetDateTime> nextWordDue) {
    var actor = author.allowedTo(Right.REQUEST);
    Edition draft = draft(slug, asOf, nextWordDue);
    Request request = new Request(Ids.random(), draft, actor, Request.State.OPEN, Optional.empty());
    journal.write(slug, actor, form, change -> change.put(Request.KIND, request.id(), request));
    return request;
  }

  public List<Request> requests(Slug slug) {
    return journal.read(slug).all(Request.KIND).stream().map(Stored::value).toList();
  }

  /**
   * Releases exactly the frozen revision and seals it. Author and releaser are two people; one
   * alone says why.
   *
   * @param password the releaser's own, asked for again, opens the town's key
   * @param alone why the author releases; empty when somebody else does
   * @return the edition's number
   */
  public int release(
      Slug slug,
      Person releaser,
      RequestId form,
      String requestId,
      String password,
      Optional<String> alone) {
    var actor = releaser.allowedTo(Right.RELEASE);
    Request request = request(journal.read(slug), requestId);
    boolean own = request.author().equals(actor);
    if (own && alone.filter(why -> !why.isBlank()).isEmpty()) {
      throw Refused.invalid("alone", "publishing.alone-needs-reason");
    }
    requireReleasable(journal.read(slug), request);
    Composer.Place place = next(journal.read(slug));
    Edition edition =
        Request.numbered(
            request.edition(), place.number(), place.previous().map(hash -> hash.hex()));
    if (!Request.contentDigest(edition).equals(request.contentDigest())) {
      throw Refused.conflict("publishing.stale", requestId);
    }
    Sealing sealing = new Sealing(towns, slug.value());
    try (Minisign.KeyPair key = people.key(slug, releaser, password)) {
      Package content = Package.of(edition);
      Sealing.Staged staged = sealing.stage(content, key);
      Release release =
          new Release(
              place.number(),
              content.sumsHash(),
              requestId,
              request.author(),
              actor,
              own ? alone : Optional.empty(),
              Optional.empty());
      commit(slug, form, request, release, sealing, staged);
      sealing.place(staged.folder(), place.number());
    }
    return place.number();
  }

  private void commit(
      Slug slug,
      RequestId form,
      Request request,
      Release release,
      Sealing sealing,
      Sealing.Staged staged) {
    try {
      journal.write(
          slug,
          release.releaser(),
          form,
          change -> {
            requireReleasable(change, request);
            change.put(Release.KIND, Release.id(release.number()), release, 0);
            change.put(Request.KIND, request.id(), request.in(Request.State.RELEASED));
          });
    } catch (Refused e) {
      sealing.discard(staged.folder());
      throw e;
    }
  }

  /** Open, and nothing was released since it was frozen. */
  private static void requireReleasable(Reading reading, Request request) {
    if (request(reading, request.id()).state() != Request.State.OPEN) {
      throw Refused.conflict("publishing.not-open", request.id());
    }
    if (next(reading).number() != request.edition().number()) {
      throw Refused.conflict("publishing.stale", request.id());
    }
  }

  /** Sends a request back with a word why. */
  public void giveBack(Slug slug, Person person, RequestId form, String requestId, String why) {
    var actor = person.allowedTo(Right.RELEASE);
    if (why.isBlank()) {
      throw Refused.invalid("why", "publishing.return-needs-reason");
    }
    journal.write(
        slug,
        actor,
        form,
        change -> {
          Request request = request(change, requestId);
          if (request.state() != Request.State.OPEN) {
            throw Refused.conflict("publishing.not-open", requestId);
          }
          change.put(Request.KIND, requestId, request.returned(why));
        });
  }

  /** Completes or discards what a killed program left behind. Called at every start. */
  public void recover(Slug slug) {
    Sealing sealing = new Sealing(towns, slug.value());
    people.publicKey(slug).ifPresent(sealing::writeKey);
    for (Release release : releases(journal.read(slug))) {
      if (!sealing.isPlaced(release.number())) {
        Path staged =
            sealing
                .staged(release.sums().hex())
                .orElseThrow(
                    () ->
                        new Damage(
                            sealing.edition(release.number()).toString(),
                            "edition " + release.number(),
                            "nothing, neither in place nor staged"));
        sealing.place(staged, release.number());
      }
    }
    sealing.staged().forEach(sealing::discard);
  }

  private static Composer.Place next(Reading reading) {
    return releases(reading).stream()
        .max(Comparator.comparingInt(Release::number))
        .map(newest -> new Composer.Place(newest.number() + 1, Optional.of(newest.sums())))
        .orElse(new Composer.Place(1, Optional.empty()));
  }

  private static List<Release> releases(Reading reading) {
    return reading.all(Release.KIND).stream().map(Stored::value).toList();
  }

  private static Request request(Reading reading, String id) {
    return reading
        .find(Request.KIND, id)
        .orElseThrow(() -> Refused.notFound("publishing.no-request", id))
        .value();
  }
}
