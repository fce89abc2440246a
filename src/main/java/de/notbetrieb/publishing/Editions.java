package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Editions as they are released, confirmed and taken back, and what a start finds. */
public final class Editions {
  private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

  private final Journal journal;
  private final People people;
  private final Path towns;
  private final Purpose purpose;
  private final Map<Slug, Sha256> rendered = new ConcurrentHashMap<>();

  /**
   * @param towns the folder of the edition stores
   */
  public Editions(Journal journal, People people, Path towns, Purpose purpose) {
    this.journal = journal;
    this.people = people;
    this.towns = towns;
    this.purpose = purpose;
  }

  /** The draft of the next edition, and the requests that it be released. */
  public Drafting drafting() {
    return new Drafting(journal, people, purpose);
  }

  /** How partner towns watch over these editions' log, and we over theirs. */
  public Witnessing witnessing() {
    return new Witnessing(journal, people, towns);
  }

  /** Who the partner towns are. */
  public Partners partners() {
    return new Partners(journal, people);
  }

  /** How the key that signs these editions is changed. */
  public KeyChanging keyChanging() {
    return new KeyChanging(journal, people, towns);
  }

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(
        Request.KIND,
        Release.KIND,
        LogEntry.KIND,
        Witness.KIND,
        Cosignature.KIND,
        KeyChanged.KIND,
        Withdrawal.KIND,
        Judgement.KIND,
        StandingRelease.KIND,
        SecondLook.KIND,
        HeldBack.KIND);
  }

  /** What is public now: the highest number that is not withdrawn. */
  public Optional<Edition> live(Slug slug) {
    return new Releases(journal.read(slug)).liveEdition();
  }

  /** A package as it lies in the store, with the key that it was checked with. */
  public record Sealed(EditionPackage edition, Minisign.PublicKey key) {}

  /** The files of what is public now. */
  public Optional<Sealed> sealed(Slug slug) {
    EditionStore store = new EditionStore(towns, slug);
    return live(slug)
        .flatMap(_ -> store.highest(store.keys()))
        .map(edition -> new Sealed(edition, store.key()));
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
    Actor actor = releaser.allowedTo(Right.RELEASE);
    Optional<Integer> before = released(slug, form, requestId);
    if (before.isPresent()) {
      try (StoreLock _ = StoreLock.of(towns.resolve(slug.value()))) {
        catchUp(slug);
      }
      return before.get();
    }
    Request request = drafting().request(slug, requestId);
    boolean own = request.author().equals(actor);
    boolean needsReason = own && !isCovered(slug, request.edition());
    if (needsReason && alone.filter(why -> !why.isBlank()).isEmpty()) {
      throw Refused.invalid("alone", "publishing.alone-needs-reason");
    }
    try (StoreLock _ = StoreLock.of(towns.resolve(slug.value()))) {
      Optional<Integer> meanwhile = released(slug, form, requestId);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      catchUp(slug);
      new Releases(journal.read(slug)).requireReleasable(request);
      requirePresentKey(slug, request);
      try (Minisign.KeyPair key = people.key(slug, releaser, password)) {
        return new Publication(journal, towns, slug, rendered)
            .seal(
                form,
                request,
                actor,
                needsReason ? alone : Optional.empty(),
                key,
                List.of(),
                _ -> {});
      }
    }
  }

  /** Residents compare the key that an edition names: it must be the one that signs it. */
  private void requirePresentKey(Slug slug, Request request) {
    String present = people.publicKey(slug).map(Minisign.PublicKey::base64).orElse("");
    if (request.edition().town().key().filter(named -> !named.equals(present)).isPresent()) {
      throw Refused.conflict("publishing.key-changed");
    }
  }

  /** The number that this very form led to when it was sent before. */
  private Optional<Integer> released(Slug slug, RequestId form, String requestId) {
    return journal.handled(slug, form)
        ? new Releases(journal.read(slug)).numberOf(requestId)
        : Optional.empty();
  }

  /** Whether it was decided in advance that one person may publish this difference. */
  public boolean isCovered(Slug slug, Edition next) {
    return journal
        .read(slug)
        .find(StandingRelease.KIND, StandingRelease.ID)
        .filter(standing -> standing.value().covers(live(slug), next))
        .isPresent();
  }

  /** The same words, confirmed then, without a promised next word. */
  public static Edition stillTrue(Edition live, OffsetDateTime then) {
    return Request.confirmed(live, then, Optional.empty());
  }

  /**
   * Says that what is public is still true, and when the next word comes: the live edition once
   * more, confirmed now. "Unchanged" is news.
   *
   * @param alone why one person does it; not needed when it was decided in advance
   * @return the edition's number
   */
  public int confirm(
      Slug slug,
      Person releaser,
      RequestId form,
      OffsetDateTime now,
      Optional<OffsetDateTime> nextWordDue,
      String password,
      Optional<String> alone) {
    Actor actor = releaser.allowedTo(Right.RELEASE);
    if (journal.handled(slug, form)) {
      return release(slug, releaser, form.part("release"), Request.id(form), password, alone);
    }
    Edition live =
        live(slug).orElseThrow(() -> Refused.notFound("publishing.no-edition", slug.value()));
    Composer.Place place = new Releases(journal.read(slug)).next();
    Edition confirmed =
        Request.numbered(
            Request.confirmed(live, now, nextWordDue),
            place.number(),
            place.previous().map(hash -> hash.hex()));
    if (!isCovered(slug, confirmed) && alone.filter(why -> !why.isBlank()).isEmpty()) {
      throw Refused.invalid("alone", "publishing.alone-needs-reason");
    }
    people.key(slug, releaser, password).close();
    Request request = drafting().ask(slug, actor, form, confirmed, _ -> {});
    return release(slug, releaser, form.part("release"), request.id(), password, alone);
  }

  /**
   * Takes an edition back, and every other one that says the same words: a signed note takes the
   * place of its files, the hash of its list stays. A correction goes out in the same commit.
   *
   * @param password the person's own, asked for again, opens the town's key
   */
  public Withdrawal.Done withdraw(
      Slug slug,
      Person person,
      RequestId form,
      Withdrawal.Order order,
      String password,
      OffsetDateTime now) {
    Actor actor = person.allowedTo(Right.WITHDRAW);
    try (StoreLock _ = StoreLock.of(towns.resolve(slug.value()))) {
      catchUp(slug);
      Releases releases = new Releases(journal.read(slug));
      Withdrawing act = new Withdrawing(releases, towns, slug, purpose);
      List<Release> affected = act.affected(order);
      Optional<Request> correction = order.correction().map(id -> act.correction(id, order));
      try (Minisign.KeyPair key = people.key(slug, person, password)) {
        List<Withdrawal> notes = act.notes(affected, order, actor, key, now);
        Consumer<Writing> taken = change -> notes.forEach(note -> Withdrawing.put(change, note));
        Optional<Integer> number =
            correction.map(
                request ->
                    new Publication(journal, towns, slug, rendered)
                        .seal(
                            form,
                            request,
                            person.allowedTo(Right.RELEASE),
                            Optional.of(order.reason()).filter(_ -> request.author().equals(actor)),
                            key,
                            affected,
                            taken));
        if (number.isEmpty()) {
          journal.write(slug, actor, form, taken);
        }
        takeBack(slug, notes);
        return new Withdrawal.Done(affected.stream().map(Release::number).toList(), number);
      }
    }
  }

  /** Every edition that was ever released, newest first. */
  public List<Published> published(Slug slug) {
    Reading reading = journal.read(slug);
    Releases releases = new Releases(reading);
    Optional<Release> live = releases.live();
    return releases.all().reversed().stream()
        .map(release -> Published.of(reading, release, live.equals(Optional.of(release))))
        .toList();
  }

  private void takeBack(Slug slug, List<Withdrawal> notes) {
    try {
      for (Withdrawal note : notes) {
        Publication.phase(note.number(), "take back");
        new Sealing(towns, slug.value()).takeBack(note);
      }
    } catch (UncheckedIOException e) {
      LOG.error("what was taken back could not be removed", e);
      throw Refused.unfinished("publishing.not-taken-back", e);
    }
  }

  /** Completes or discards what a killed program left behind. Called at every start. */
  public void recover(Slug slug) {
    Sealing sealing = new Sealing(towns, slug.value());
    try (StoreLock _ = StoreLock.of(towns.resolve(slug.value()))) {
      keyChanging().writeFiles(slug);
      Reading reading = journal.read(slug);
      Releases releases = new Releases(reading);
      releases.standing().forEach(sealing::complete);
      LogStore log = new LogStore(towns, slug.value());
      LogEntries entries = LogEntries.of(reading);
      log.complete(entries, releases);
      reading.all(Withdrawal.KIND).forEach(stored -> sealing.takeBack(stored.value()));
      sealing.staged().forEach(sealing::discard);
    }
  }

  /** What is committed gets its files now, if a full disk kept it from them. */
  private void catchUp(Slug slug) {
    Sealing sealing = new Sealing(towns, slug.value());
    Reading reading = journal.read(slug);
    List<Release> waiting =
        new Releases(reading).standing().stream().filter(sealing::isWaiting).toList();
    List<Withdrawal> standing =
        reading.all(Withdrawal.KIND).stream()
            .map(Stored::value)
            .filter(withdrawal -> !sealing.isTakenBack(withdrawal.number()))
            .toList();
    if (waiting.isEmpty() && standing.isEmpty()) {
      return;
    }
    try {
      keyChanging().writeFiles(slug);
      new LogStore(towns, slug.value()).write(LogEntries.of(reading));
      waiting.forEach(sealing::complete);
      standing.forEach(sealing::takeBack);
    } catch (UncheckedIOException e) {
      LOG.error("what was released before could not be completed", e);
      throw Refused.unfinished("publishing.not-caught-up", e);
    }
  }
}
