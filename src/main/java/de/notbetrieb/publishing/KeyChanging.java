package de.notbetrieb.publishing;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.RecoveryWords;
import de.notbetrieb.access.Right;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Another key for the town, while the old one is there: it signs who comes after it. Needs a log, so
 * that it is plain from which edition on the new key holds.
 */
public final class KeyChanging {
  private static final int MAX_REASON_CHARACTERS = 500;

  private final Journal journal;
  private final People people;
  private final Path towns;

  public KeyChanging(Journal journal, People people, Path towns) {
    this.journal = journal;
    this.people = people;
    this.towns = towns;
  }

  /**
   * What somebody decided.
   *
   * @param seen how many changes there were when they did: two must not both change it
   * @param reason one line, becomes public
   */
  public record Order(int seen, String reason) {
    public Order {
      reason = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    }
  }

  /** The changes that there were, the latest first. */
  public List<KeyChange> changes(Slug town) {
    return KeyChanged.all(journal.read(town)).reversed().stream()
        .map(one -> KeyChange.of(one.id(), Note.parse(one.id(), one.note())))
        .toList();
  }

  /** Whether there is a log in which it can be said from when on the new key holds. */
  public boolean isPossible(Slug town) {
    Reading reading = journal.read(town);
    return isLogged(LogEntries.of(reading), new Releases(reading).next().number());
  }

  private static boolean isLogged(LogEntries entries, int next) {
    return entries.size() == next - 1 && next > 1;
  }

  /**
   * Changes the key. It opens with this person's password and the new words alone: everybody else who
   * may release gets it anew.
   *
   * @return the words to be written down; shown once
   */
  public RecoveryWords change(
      Slug town, Person person, RequestId form, Order order, String password, OffsetDateTime now) {
    Actor actor = person.allowedTo(Right.RELEASE);
    if (order.reason.isEmpty() || order.reason.length() > MAX_REASON_CHARACTERS) {
      throw Refused.invalid("reason", "publishing.key-needs-reason");
    }
    try (StoreLock _ = StoreLock.of(towns.resolve(town.value()))) {
      Reading reading = journal.read(town);
      LogEntries entries = LogEntries.of(reading);
      new LogStore(towns, town.value()).requireNotAhead(entries);
      int next = new Releases(reading).next().number();
      if (!isLogged(entries, next)) {
        throw Refused.conflict("publishing.key-needs-log");
      }
      int number = KeyChanged.all(reading).size() + 1;
      if (number != order.seen + 1) {
        throw Refused.conflict("publishing.key-moved");
      }
      RecoveryWords words =
          people
              .townKey()
              .change(
                  town,
                  person,
                  form,
                  password,
                  (old, pair, change) -> {
                    KeyChange said =
                        new KeyChange(
                            entries.origin().orElseThrow(),
                            old.publicKey(),
                            pair.publicKey(),
                            next,
                            now.withNano(0),
                            order.reason);
                    KeyChanged changed = new KeyChanged(number, said.signed(old, pair).file());
                    change.put(KeyChanged.KIND, changed.id(), changed, 0);
                  });
      writeFiles(town);
      return words;
    }
  }

  /** The public files of the keys, as the journal holds them. The caller holds the lock. */
  void writeFiles(Slug town) {
    Reading reading = journal.read(town);
    LogStore log = new LogStore(towns, town.value());
    log.writeChanges(KeyChanged.all(reading));
    people
        .publicKey(town)
        .ifPresent(
            key -> {
              log.writeMinisignKey(key);
              log.writeKey(LogEntries.of(reading), key);
            });
  }
}
