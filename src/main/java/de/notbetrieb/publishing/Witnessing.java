package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.TreeProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Towns watch over each other's edition logs: what one has signed, the other cannot take back
 * unnoticed. Files go to and fro, on whatever way there is.
 */
public final class Witnessing {
  private final Journal journal;
  private final People people;
  private final Path towns;

  public Witnessing(Journal journal, People people, Path towns) {
    this.journal = journal;
    this.people = people;
    this.towns = towns;
  }

  /** How many editions stand in our log. */
  public int size(Slug town) {
    return LogEntries.of(journal.read(town)).size();
  }

  /** What a partner needs to sign our newest checkpoint; from the beginning for one unknown. */
  public String ask(Slug town, Optional<Witness> partner) {
    partner.ifPresent(Witness::requirePresent);
    return ask(
        town,
        Partner.all(journal.read(town)).stream()
            .filter(one -> partner.map(Witness::id).equals(Optional.of(one.witness().id())))
            .flatMap(one -> one.theirs().stream())
            .mapToInt(signed -> Math.toIntExact(signed.upTo()))
            .findFirst()
            .orElse(0));
  }

  /**
   * The same for a partner that says itself up to where it has seen our log: an answer that was lost
   * on its way is not written down here.
   */
  public String ask(Slug town, int old) {
    LogEntries entries = LogEntries.of(journal.read(town));
    Note checkpoint =
        entries
            .checkpoint()
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", town.value()));
    if (old < 0 || old > entries.size()) {
      throw Refused.invalid("from", "publishing.witness-from", String.valueOf(entries.size()));
    }
    return new WitnessRequest(old, entries.consistency(old), checkpoint).text();
  }

  /**
   * That we signed.
   *
   * @param partner the name of its log
   * @param upTo the edition up to which we saw it
   * @param line to give back
   */
  public record Signed(String partner, long upTo, String line) {}

  /**
   * Signs a partner's checkpoint, if its log continues what we saw of it.
   *
   * @param text what the partner gave us
   * @param password the signer's own, opens the town's key
   * @return what to give back
   * @throws Refused if it is forked, rolled back or not the partner's; then it is kept as evidence
   */
  public Signed sign(
      Slug town, Person person, RequestId form, String text, String password, OffsetDateTime now) {
    Actor actor = person.allowedTo(Right.RELEASE);
    WitnessRequest request = parsed(text);
    Stored<Witness> partner = partner(town, request);
    requireContinues(town, partner.value(), request);
    String name =
        LogEntries.of(journal.read(town))
            .origin()
            .orElseThrow(() -> Refused.notFound("publishing.no-edition", town.value()));
    try (Minisign.KeyPair key = people.key(town, person, password)) {
      String line =
          NoteKey.of(name, key.publicKey())
              .asWitness()
              .cosign(request.checkpoint().text(), now.toEpochSecond(), key)
              .text();
      Witness seen = partner.value().having(request.checkpoint());
      journal.write(
          town,
          actor,
          form,
          change -> {
            change.find(Witness.KIND, seen.id()).orElseThrow().value().requirePresent();
            change.put(Witness.KIND, seen.id(), seen, partner.entry());
          });
      return new Signed(request.head().origin(), request.head().size(), line);
    }
  }

  private static WitnessRequest parsed(String text) {
    try {
      WitnessRequest request = WitnessRequest.parse(text);
      request.head();
      return request;
    } catch (Damage e) {
      throw Refused.invalid("request", "publishing.witness-request", e.found());
    }
  }

  /** Whose request it is. That of one who has left, or by a key of before, is refused as such. */
  private Stored<Witness> partner(Slug town, WitnessRequest request) {
    String origin = request.head().origin();
    List<Stored<Witness>> named =
        journal.read(town).all(Witness.KIND).stream()
            .filter(one -> one.value().key().name().equals(origin))
            .sorted(Comparator.comparing(one -> !one.value().isPresent()))
            .toList();
    for (Stored<Witness> one : named) {
      Optional<NoteKey> signer = signer(one.value(), request);
      if (signer.isPresent()) {
        one.value().requireHolds(signer.get());
        return one;
      }
    }
    throw Refused.invalid("request", "publishing.witness-unknown", origin);
  }

  /** The key with which a partner signed a request: that of now, if with several. */
  private static Optional<NoteKey> signer(Witness partner, WitnessRequest request) {
    try {
      for (NoteKey key : partner.keys().reversed()) {
        if (request.checkpoint().lineOf("request", key).isPresent()) {
          return Optional.of(key);
        }
      }
      return Optional.empty();
    } catch (Damage e) {
      throw Refused.invalid("request", "publishing.witness-forged", request.head().origin());
    }
  }

  private void requireContinues(Slug town, Witness partner, WitnessRequest request) {
    Checkpoint seen = partner.head();
    Checkpoint head = request.head();
    if (head.equals(seen)) {
      return; // signed before: an answer that was lost is given once more
    }
    String sizes = String.valueOf(seen.size());
    if (head.size() <= seen.size()) {
      keep(town, request);
      throw Refused.conflict("publishing.witness-forked", sizes, String.valueOf(head.size()));
    }
    if (request.old() != seen.size()) {
      throw Refused.conflict("publishing.witness-old", sizes, String.valueOf(request.old()));
    }
    if (!TreeProof.isConsistent(seen, head, request.proof())) {
      keep(town, request);
      throw Refused.conflict("publishing.witness-forked", sizes, String.valueOf(head.size()));
    }
  }

  /** Signed by the partner, and not to be reconciled with what it signed before. */
  private void keep(Slug town, WitnessRequest request) {
    Path evidence = new EditionStore(towns, town).evidence();
    String hash = Sha256.of(request.text()).hex().substring(0, 16);
    try {
      Files.createDirectories(evidence);
      Files.writeString(
          evidence.resolve("witness-" + request.head().size() + "-" + hash + ".txt"),
          request.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts what witnesses wrote under our checkpoint, and writes the log's files again.
   *
   * @param text lines with signatures, or a whole checkpoint with them
   * @return how many of them stand under our checkpoints now
   * @throws Refused if there is none, or one comes from a partner that has left, or is signed with a
   *     key of before; then none is taken in
   */
  public int receive(Slug town, Person person, RequestId form, String text) {
    Actor actor = person.allowedTo(Right.RELEASE);
    Reading before = journal.read(town);
    List<WitnessLine> found = WitnessLine.in(text, Partners.values(before), LogEntries.of(before));
    if (found.isEmpty()) {
      throw Refused.invalid("lines", "publishing.witness-no-line");
    }
    journal.write(town, actor, form, change -> WitnessLine.put(change, found));
    try (StoreLock _ = StoreLock.of(towns.resolve(town.value()))) {
      Reading reading = journal.read(town);
      new LogStore(towns, town.value()).complete(LogEntries.of(reading), new Releases(reading));
    }
    return found.size();
  }
}
