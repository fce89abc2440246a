package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.edition.TownKeys;
import de.notbetrieb.edition.Witnesses;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Follows one town's edition log. What was seen once must be the beginning of all that comes: a log
 * that is shorter, or tells another history, is refused and kept as evidence, and what was good stays.
 */
final class TownLog {
  private final EditionStore store;
  private final SeenLogs seen;
  private final Witnesses witnesses;
  private Optional<EditionLog> log = Optional.empty();
  private byte[] lastLook = {};
  private String problem = "";

  TownLog(EditionStore store, SeenLogs seen, Witnesses witnesses) {
    this.store = store;
    this.seen = seen;
    this.witnesses = witnesses;
  }

  /** Looks once, before the editions are looked at. */
  void look(TownKeys keys) {
    Path file = store.log().resolve(LogFiles.CHECKPOINT);
    try {
      if (!EditionLog.isThere(store.log())) {
        problem = seen.of(store.town()).isPresent() ? "the edition log is missing" : "";
        return;
      }
      byte[] now = Files.readAllBytes(file);
      if (Arrays.equals(now, lastLook)) {
        return;
      }
      take(EditionLog.read(store.log(), keys));
      lastLook = now;
      problem = "";
    } catch (Damage e) {
      problem = "the edition log: expected " + e.expected() + ", found " + e.found();
    } catch (IOException e) {
      problem = "the edition log cannot be read";
    }
  }

  private void take(EditionLog found) {
    Optional<SeenLogs.Seen> before = seen.of(store.town());
    try {
      before.ifPresent(one -> found.requireContinues(LogFiles.CHECKPOINT, one.head()));
    } catch (Damage e) {
      String name = "log-" + found.head().size() + "-" + found.head().root().hex().substring(0, 16);
      Evidence.keep(store.log(), store.evidence().resolve(name));
      throw e;
    }
    log = Optional.of(found);
    long witnessed = before.map(SeenLogs.Seen::witnessed).orElse(0L);
    remember(witnesses.areEnough(found.note()) ? found.head().size() : witnessed);
  }

  private void remember(long witnessed) {
    long before = seen.of(store.town()).map(SeenLogs.Seen::witnessed).orElse(0L);
    log.ifPresent(
        known ->
            seen.keep(store.town(), new SeenLogs.Seen(known.head(), Math.max(before, witnessed))));
  }

  /** Whether the log speaks of that edition by now; a town without a log speaks of none. */
  boolean isWaitedFor(int number) {
    boolean reaches = log.filter(known -> known.head().size() >= number).isPresent();
    return seen.of(store.town()).isPresent() && !reaches;
  }

  /**
   * Whether an edition brings the proof of the very log that was seen last. After a start that finds a
   * forked log, this keeps the honest page.
   */
  boolean isRemembered(EditionPackage edition, Minisign.PublicKey key) {
    return seen.of(store.town()).map(SeenLogs.Seen::head).equals(headOf(edition, key));
  }

  private static Optional<Checkpoint> headOf(EditionPackage edition, Minisign.PublicKey key) {
    try {
      return EditionLog.proven(edition, key).map(EditionLog.Proven::head);
    } catch (Damage e) {
      return Optional.empty();
    }
  }

  /**
   * Refuses an edition that does not stand in the log that was seen.
   *
   * @throws Damage if a proof is missing, tampered with, or belongs to another history
   */
  void require(EditionPackage edition, Minisign.PublicKey key) {
    Optional<EditionLog.Proven> proven = EditionLog.proven(edition, key);
    if (log.isPresent()) {
      log.get()
          .requireHolds(
              EditionLog.PROOF,
              proven.orElseThrow(() -> new Damage(EditionLog.PROOF, "a proof", "none")));
      proven.filter(one -> witnesses.areEnough(one.note())).ifPresent(one -> witnessed(one.head()));
    }
  }

  private void witnessed(Checkpoint head) {
    if (log.filter(known -> known.head().size() >= head.size()).isPresent()) {
      remember(head.size());
    }
  }

  /** Whether enough witnesses have seen a log that holds this edition. */
  boolean isWitnessed(int number, Minisign.PublicKey key) {
    if (witnesses.needed() == 0) {
      return true;
    }
    if (seen.of(store.town()).map(SeenLogs.Seen::witnessed).orElse(0L) < number) {
      lookForWitnesses(number, key);
    }
    return seen.of(store.town()).map(SeenLogs.Seen::witnessed).orElse(0L) >= number;
  }

  /** Their word may have come into the edition's proof after the edition was found. */
  private void lookForWitnesses(int number, Minisign.PublicKey key) {
    try {
      EditionLog.checkpointOf(store.edition(number), key)
          .filter(one -> witnesses.areEnough(one))
          .map(one -> Checkpoint.parse(EditionLog.PROOF, one.text()))
          .filter(head -> log.filter(known -> known.holds(head)).isPresent())
          .ifPresent(this::witnessed);
    } catch (Damage e) {
      problem = "edition " + number + ": " + EditionLog.PROOF + ": found " + e.found();
    }
  }

  Optional<String> problem() {
    return Optional.of(problem).filter(words -> !words.isEmpty());
  }

  /** What lies beside the editions: the checkpoint and the key that it is signed with. */
  Optional<Served> served(TownKeys keys) {
    return log.map(known -> new Served(known, store, keys));
  }

  /** The log as it is handed out: from memory, as it was verified. */
  record Served(EditionLog log, EditionStore store, TownKeys keys) {
    /** A file of the log, by its address. */
    Optional<byte[]> file(String path) {
      return switch (path) {
        case LogFiles.CHECKPOINT -> Optional.of(bytes(log.note().file()));
        case LogFiles.KEY -> Optional.of(bytes(log.key(keys.current()).vkey() + "\n"));
        default ->
            keys.file(path).map(Served::bytes).or(() -> LogFiles.tile(log, store.log(), path));
      };
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    Prepared answer(Request request, String path, byte[] bytes) {
      Head head = Head.file(path, Sha256.of(bytes).hex());
      return Site.resource(head, bytes).answer(request);
    }
  }
}
