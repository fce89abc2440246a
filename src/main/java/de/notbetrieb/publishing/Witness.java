package de.notbetrieb.publishing;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A partner town whose edition log we witness, and which witnesses ours.
 *
 * @param vkey the key of its log that holds now, from its file note.pub
 * @param seen the signed checkpoint of its log that we signed last: whatever comes must continue it,
 *     under whichever key
 * @param turns what became of the partnership since it was taken down, oldest first
 */
public record Witness(String vkey, Optional<String> seen, List<Turn> turns) {
  public static final Kind<Witness> KIND =
      new Kind<>("publishing.witness", 1, Witness.class, Retention.PERMANENT, Audience.STAFF);

  /** A turn in a partnership. */
  public enum Change {
    /** It ended. */
    ENDED,
    /** It goes on with another key. */
    NEW_KEY,
    /** It was taken up again. */
    BACK
  }

  /**
   * One turn.
   *
   * @param until the key that held until then, if it was replaced
   */
  public record Turn(
      Change change,
      Optional<String> until,
      Optional<String> reason,
      OffsetDateTime when,
      Actor by) {}

  public Witness {
    turns = turns == null ? List.of() : List.copyOf(turns); // older payloads tell of none
  }

  static Witness of(NoteKey key) {
    return new Witness(key.vkey(), Optional.empty(), List.of());
  }

  public NoteKey key() {
    return NoteKey.parse("note.pub", vkey);
  }

  /** Every key that it has had, the first one first and that of now last. */
  public List<NoteKey> keys() {
    return Stream.concat(turns.stream().flatMap(turn -> turn.until.stream()), Stream.of(vkey))
        .map(one -> NoteKey.parse("note.pub", one))
        .toList();
  }

  /** The number of its first key: it stays when the key changes. */
  public String id() {
    return keys().getFirst().number();
  }

  /** Whether it is a partner now. */
  public boolean isPresent() {
    return turns.stream()
        .map(Turn::change)
        .filter(change -> change != Change.NEW_KEY)
        .reduce((_, later) -> later)
        .filter(last -> last == Change.ENDED)
        .isEmpty();
  }

  /**
   * Refuses what only a partner of now may have.
   *
   * @throws Refused if the partnership has ended
   */
  public void requirePresent() {
    if (!isPresent()) {
      throw Refused.conflict("publishing.witness-ended", key().name());
    }
  }

  /** Whether it signs with this key now. */
  boolean holds(NoteKey signer) {
    return isPresent() && key().equals(signer.asLog());
  }

  /**
   * Refuses a signature by a key that does not hold, or no longer.
   *
   * @throws Refused if the partnership has ended, or goes on with another key
   */
  void requireHolds(NoteKey signer) {
    requirePresent();
    if (!holds(signer)) {
      throw Refused.conflict("publishing.witness-former", key().name());
    }
  }

  /** The head that was seen last; of a log that we never saw the empty one. */
  public Checkpoint head() {
    return seen.map(file -> Checkpoint.parse("checkpoint", Note.parse("checkpoint", file).text()))
        .orElseGet(() -> new Checkpoint(key().name(), 0, MerkleTree.EMPTY.root()));
  }

  Witness having(Note checkpoint) {
    return new Witness(vkey, Optional.of(checkpoint.file()), turns);
  }

  Witness ended(String reason, OffsetDateTime when, Actor by) {
    return with(vkey, new Turn(Change.ENDED, Optional.empty(), Optional.of(reason), when, by));
  }

  Witness withKey(NoteKey chosen, String reason, OffsetDateTime when, Actor by) {
    return with(
        chosen.vkey(), new Turn(Change.NEW_KEY, Optional.of(vkey), Optional.of(reason), when, by));
  }

  /** Taken up again, perhaps with another key. */
  Witness back(NoteKey chosen, OffsetDateTime when, Actor by) {
    Optional<String> until = Optional.of(vkey).filter(old -> !old.equals(chosen.vkey()));
    return with(chosen.vkey(), new Turn(Change.BACK, until, Optional.empty(), when, by));
  }

  private Witness with(String key, Turn turn) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(turn);
    return new Witness(key, seen, all);
  }
}
