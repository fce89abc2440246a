package de.notbetrieb.publishing;

import de.notbetrieb.edition.WithdrawalNote;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import java.util.List;
import java.util.Optional;

/**
 * An edition that was taken back, with the signed note that takes the place of its files: a start
 * that finds the files still there finishes the act without a key.
 *
 * @param reason in words that do not repeat what had to go
 * @param note the text of withdrawal.note
 * @param signature the text of withdrawal.note.minisig
 */
public record Withdrawal(int number, String reason, Actor by, String note, String signature) {
  public static final Kind<Withdrawal> KIND =
      new Kind<>("publishing.withdrawal", 1, Withdrawal.class, Retention.PERMANENT, Audience.STAFF);

  private static final int MAX_REASON_CHARACTERS = 500;

  static Withdrawal of(WithdrawalNote note, String reason, Actor by, Minisign.KeyPair key) {
    String signature = key.sign(Package.bytes(note.text()), note.trustedComment());
    return new Withdrawal(note.number(), reason, by, note.text(), signature);
  }

  String id() {
    return Release.id(number);
  }

  /**
   * What somebody asks to be taken back.
   *
   * @param words what must not be public, exactly as it stands there: every edition that says it
   *     goes in the same act. Never written down
   * @param correction the request that is released in the same act
   */
  public record Order(
      int number, String reason, Optional<String> words, Optional<String> correction) {
    public Order {
      reason = reason.strip();
      words = words.map(String::strip).filter(text -> !text.isEmpty());
      if (reason.isEmpty() || reason.length() > MAX_REASON_CHARACTERS) {
        throw Refused.invalid("reason", "publishing.withdrawal-needs-reason");
      }
      if (words.filter(reason::contains).isPresent()) {
        throw Refused.invalid("reason", "publishing.reason-repeats-words");
      }
    }
  }

  /** What was done: the numbers that went, and the number of the correction. */
  public record Done(List<Integer> numbers, Optional<Integer> correction) {
    public Done {
      numbers = List.copyOf(numbers);
    }
  }
}
