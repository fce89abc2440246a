package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Right;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who our partner towns are, and under which key: taken down, ended, going on with another key. */
public final class Partners {
  private static final int MAX_REASON_CHARACTERS = 300;

  private final Journal journal;
  private final People people;

  Partners(Journal journal, People people) {
    this.journal = journal;
    this.people = people;
  }

  /**
   * What somebody wants done with a partner.
   *
   * @param partner its id
   * @param seen the number of the key under which the person saw it
   * @param field where the reason was written
   */
  public record Order(String partner, String seen, String reason, String field) {
    public Order {
      reason = reason.strip();
      if (reason.isEmpty() || reason.length() > MAX_REASON_CHARACTERS) {
        throw Refused.invalid(field, "publishing.witness-needs-reason");
      }
    }

    /** The partner as it is now, if it is still what the person saw. */
    private Witness of(Reading reading) {
      Witness witness = find(reading, partner);
      witness.requirePresent();
      if (!witness.key().number().equals(seen)) {
        throw Refused.conflict("publishing.witness-key-moved", witness.key().name());
      }
      return witness;
    }
  }

  /** Those of now and of before, by name, and how far each has seen the other's log. */
  public List<Partner> all(Slug town) {
    return Partner.all(journal.read(town));
  }

  /** Those of now. */
  public List<Witness> present(Slug town) {
    return values(journal.read(town)).stream().filter(Witness::isPresent).toList();
  }

  /** A line for each of now, for whoever counts their signatures: a public server, pruefen.sh. */
  public String keyFile(Slug town) {
    return present(town).stream().map(one -> one.vkey() + "\n").collect(Collectors.joining());
  }

  /** The one with that id, of now or of before. */
  public Partner of(Slug town, String id) {
    return all(town).stream()
        .filter(one -> one.witness().id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("publishing.no-partner", id));
  }

  static List<Witness> values(Reading reading) {
    return reading.all(Witness.KIND).stream().map(Stored::value).toList();
  }

  private static Witness find(Reading reading, String id) {
    return reading
        .find(Witness.KIND, id)
        .map(Stored::value)
        .orElseThrow(() -> Refused.notFound("publishing.no-partner", id));
  }

  /** What partners know our log by: its name and the town's key. Absent before the first edition. */
  public Optional<NoteKey> own(Slug town) {
    return LogEntries.of(journal.read(town))
        .origin()
        .flatMap(origin -> people.publicKey(town).map(key -> NoteKey.of(origin, key)));
  }

  /** Reads a partner's key without taking it down, so that its digits can be compared first. */
  public NoteKey read(Slug town, String vkey) {
    try {
      NoteKey key = NoteKey.parse("note.pub", vkey).asLog();
      if (own(town).filter(ours -> ours.key().equals(key.key())).isPresent()) {
        throw Refused.invalid("key", "publishing.witness-own");
      }
      return key;
    } catch (Damage e) {
      throw Refused.invalid("key", "publishing.witness-key", vkey.strip());
    }
  }

  /** Takes a partner's key down; whoever does it has compared its digits with the partner. */
  public Witness know(Slug town, Person person, RequestId form, String vkey) {
    Actor actor = person.allowedTo(Right.RELEASE);
    NoteKey key = read(town, vkey);
    journal.write(town, actor, form, change -> know(change, actor, key));
    return values(journal.read(town)).stream()
        .filter(one -> one.keys().contains(key))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("publishing.no-partner", key.name()));
  }

  /** A partner that had left comes back to its entry, with all that we saw of its log. */
  private static void know(Writing change, Actor actor, NoteKey key) {
    List<Witness> named =
        values(change).stream().filter(one -> one.key().name().equals(key.name())).toList();
    if (named.stream().anyMatch(one -> one.holds(key))) {
      return;
    }
    if (named.stream().anyMatch(Witness::isPresent)) {
      throw Refused.invalid("key", "publishing.witness-other-key", key.name());
    }
    Witness witness =
        named.stream()
            .filter(one -> one.keys().contains(key))
            .findFirst()
            .or(() -> named.stream().findFirst())
            .map(before -> before.back(key, change.now().toOffset(), actor))
            .orElseGet(() -> Witness.of(key));
    change.put(Witness.KIND, witness.id(), witness);
  }

  /** Refuses a key with which this partner cannot go on. */
  public void requireFits(Slug town, Order order, NoteKey key) {
    requireFits(journal.read(town), order, key);
  }

  private static Witness requireFits(Reading reading, Order order, NoteKey key) {
    Witness witness = order.of(reading);
    if (!witness.key().name().equals(key.name())) {
      throw Refused.invalid(
          "key", "publishing.witness-other-log", key.name(), witness.key().name());
    }
    if (witness.key().equals(key)) {
      throw Refused.invalid("key", "publishing.witness-same-key", key.name());
    }
    if (values(reading).stream()
        .anyMatch(one -> !one.id().equals(witness.id()) && one.keys().contains(key))) {
      throw Refused.invalid("key", "publishing.witness-key-elsewhere", key.name());
    }
    return witness;
  }

  /**
   * A partner goes on with another key; whoever writes that down has compared its digits. What we saw
   * of its log still binds it, and what it signed with the key before still stands.
   */
  public void changeKey(Slug town, Person person, RequestId form, Order order, String vkey) {
    Actor actor = person.allowedTo(Right.RELEASE);
    NoteKey key = read(town, vkey);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Witness witness = requireFits(change, order, key);
          Witness after = witness.withKey(key, order.reason, change.now().toOffset(), actor);
          change.put(Witness.KIND, witness.id(), after);
        });
  }

  /** A partnership ends: nothing more is asked, signed or taken in. What was published stays. */
  public void end(Slug town, Person person, RequestId form, Order order) {
    Actor actor = person.allowedTo(Right.RELEASE);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Witness witness = order.of(change);
          Witness after = witness.ended(order.reason, change.now().toOffset(), actor);
          change.put(Witness.KIND, witness.id(), after);
        });
  }
}
