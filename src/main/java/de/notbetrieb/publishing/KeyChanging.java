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
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.time.OffsetDateTime;

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
   * Changes the key. It opens with this person's password and the new words alone: everybody else who
   * may release gets it anew.
   *
   * @return the words to be written down; shown once
   */
  public RecoveryWords change(
      Slug town,
      Person person,
      RequestId form,
      String reason,
      String password,
      OffsetDateTime now) {
    Actor actor = person.allowedTo(Right.RELEASE);
    if (reason.isBlank() || reason.length() > MAX_REASON_CHARACTERS) {
      throw Refused.invalid("reason", "publishing.key-needs-reason");
    }
    try (StoreLock _ = StoreLock.of(towns.resolve(town.value()))) {
      Reading reading = journal.read(town);
      LogEntries entries = LogEntries.of(reading);
      new LogStore(towns, town.value()).requireNotAhead(entries);
      int next = new Releases(reading).next().number();
      if (entries.size() != next - 1 || next == 1) {
        throw Refused.conflict("publishing.key-needs-log");
      }
      int number = KeyChanged.all(reading).size() + 1;
      RecoveryWords words =
          people.changeKey(
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
                        reason);
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
