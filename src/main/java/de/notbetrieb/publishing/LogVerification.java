package de.notbetrieb.publishing;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.ReleaseNote;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A town's edition log compared with its journal: the releases are its leaves, one for each number;
 * the log's files hold the same, and every edition brings the proof that it stands in it.
 */
final class LogVerification {
  private final LogEntries entries;
  private final EditionStore store;
  private final List<Damage> damage = new ArrayList<>();

  private LogVerification(LogEntries entries, EditionStore store) {
    this.entries = entries;
    this.store = store;
  }

  /** What is wrong; nothing for a town that has no log yet. */
  static List<Damage> of(Reading reading, EditionStore store) {
    LogEntries entries = LogEntries.of(reading);
    LogVerification verification = new LogVerification(entries, store);
    if (entries.size() > 0) {
      verification.checked(() -> verification.checkLog(store.keys()));
    } else if (EditionLog.isThere(store.log())) {
      verification.complain("no log", "a log that the journal does not know");
    }
    for (Release release : entries.size() > 0 ? new Releases(reading).all() : List.<Release>of()) {
      verification.checked(() -> verification.checkRelease(release, store.keys()));
    }
    return verification.damage;
  }

  private void checked(Runnable check) {
    try {
      check.run();
    } catch (Damage e) {
      damage.add(e);
    }
  }

  private void complain(String expected, String found) {
    damage.add(new Damage(store.log().resolve(LogFiles.CHECKPOINT).toString(), expected, found));
  }

  private void checkLog(TownKeys keys) {
    EditionLog log = EditionLog.read(store.log(), keys);
    if (!log.head().equals(entries.headAt(entries.size()))) {
      complain(entries.headAt(entries.size()).toString(), log.head().toString());
    }
  }

  private void checkRelease(Release release, TownKeys keys) {
    Minisign.PublicKey key = keys.of(release.number());
    String name = store.edition(release.number()).resolve(ReleaseNote.FILE_NAME).toString();
    LogEntry entry =
        entries
            .find(release.number())
            .orElseThrow(() -> new Damage(name, "an entry of the log", "none in the journal"));
    ReleaseNote told = entry.release();
    if (!told.sums().equals(release.sums())
        || !told.asked().equals(release.author().pseudonym())
        || !told.released().equals(release.releaser().pseudonym())) {
      throw new Damage(name, release.toString(), told.toString());
    }
    if (release.withdrawn().isEmpty()) {
      Optional<EditionLog.Proven> proven =
          EditionLog.proven(store.readUnread(release.number(), key), key);
      if (!proven.map(EditionLog.Proven::release).equals(Optional.of(told))) {
        throw new Damage(name, told.toString(), "no proof, or that of another release");
      }
      EditionLog.read(store.log(), keys).requireHolds(name, proven.get());
    }
  }
}
