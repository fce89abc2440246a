package de.notbetrieb.access;

import de.notbetrieb.access.Credentials.Credential;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The key that signs a town's editions: only the password of somebody who may release opens it, or
 * the words that were written down.
 */
public final class TownKey {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Journal journal;

  TownKey(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  Optional<Minisign.PublicKey> publicKey(Slug town) {
    return new Credentials(database, town).publicKey().map(Minisign.PublicKey::new);
  }

  /**
   * Asks for the password again.
   *
   * @param field of the form, in which a wrong password was typed
   */
  Minisign.KeyPair open(Slug town, Person person, String password, String field) {
    String wrapped =
        new Credentials(database, town)
            .wrappedKey(person)
            .orElseThrow(() -> Refused.notAllowed("access.no-key"));
    return Minisign.KeyPair.ofSecret(
        Passwords.unwrap(wrapped, password)
            .orElseThrow(() -> Refused.invalid(field, "access.wrong-password")));
  }

  /** New words instead of those written down before. */
  public RecoveryWords renewWords(Slug town, Person person, RequestId form, String password) {
    RecoveryWords words = RecoveryWords.random(RANDOM);
    try (Minisign.KeyPair key = open(town, person, password, "wordsPassword")) {
      String wrapped = Passwords.wrap(key.secret(), words.secret());
      Journal.Done done =
          journal.write(
              town,
              person.pseudonym(),
              form,
              change -> {
                Account.touch(change, person);
                new Credentials(database, town).putRecoveryKey(change.rows(), wrapped);
              });
      if (done.repeated()) {
        throw Refused.conflict("access.words-shown");
      }
    }
    return words;
  }

  /** What else is written down when the key changes, signed by both. */
  @FunctionalInterface
  public interface Changed {
    void write(Minisign.KeyPair old, Minisign.KeyPair next, Writing change);
  }

  /**
   * A new key of the town. It is wrapped under this person's password and under new words; everybody
   * else holds none until it is given to them.
   *
   * @return the words to be written down
   */
  public RecoveryWords change(
      Slug town, Person person, RequestId form, String password, Changed also) {
    RecoveryWords words = RecoveryWords.random(RANDOM);
    Credentials credentials = new Credentials(database, town);
    try (Minisign.KeyPair old = open(town, person, password, "password");
        Minisign.KeyPair next = Minisign.KeyPair.generate(RANDOM)) {
      Credential own = Credential.of(password, Optional.of(next));
      String wrapped = Passwords.wrap(next.secret(), words.secret());
      journal.write(
          town,
          person.pseudonym(),
          form,
          change -> {
            Account.touch(change, person);
            also.write(old, next, change);
            change.all(Person.KIND).forEach(one -> credentials.dropKey(change.rows(), one.value()));
            credentials.put(change.rows(), person, own);
            credentials.putRecoveryKey(change.rows(), wrapped);
            credentials.replacePublicKey(change.rows(), next.publicKey());
          });
      return words;
    }
  }
}
