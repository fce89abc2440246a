package de.notbetrieb.access;

import de.notbetrieb.access.Credentials.Credential;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** The people of a town: adding them, signing them in, changing their roles and passwords. */
public final class People {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Journal journal;
  private final TownKey townKey;

  public People(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
    this.townKey = new TownKey(database, journal);
  }

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(Person.KIND);
  }

  /**
   * What founding a town's accounts leaves in people's hands.
   *
   * @param words to be written down; shown once
   */
  public record Founded(Minisign.PublicKey key, RecoveryWords words) {}

  /** Every account with the entry of its last change; those without roles are closed. */
  public List<Stored<Person>> stored(Slug town) {
    return journal.read(town).all(Person.KIND);
  }

  public List<Person> all(Slug town) {
    return stored(town).stream().map(Stored::value).toList();
  }

  /** Who stands behind which pseudonym, sorted by name. */
  public SequencedMap<Actor, String> names(Slug town) {
    SequencedMap<Actor, String> names = new LinkedHashMap<>();
    all(town).stream()
        .sorted(Comparator.comparing(Person::name))
        .forEach(person -> names.put(person.pseudonym(), person.name()));
    return names;
  }

  public Optional<Person> find(Slug town, Actor pseudonym) {
    return journal.read(town).find(Person.KIND, pseudonym.pseudonym()).map(Stored::value);
  }

  /** Who signs in under that name; upper and lower case are the same. */
  public Optional<Person> named(Slug town, String signIn) {
    return all(town).stream()
        .filter(one -> one.signIn().equalsIgnoreCase(signIn.strip()))
        .findFirst();
  }

  /**
   * The first people of a town, who make its key: it is wrapped under the password of everyone who
   * may release, and under the recovery words.
   *
   * @param more what else the same change writes down; all of it or nothing
   */
  public Founded found(
      Slug town, RequestId form, List<Newcomer> newcomers, Consumer<Writing> more) {
    newcomers.forEach(newcomer -> Newcomers.check(newcomer, List.of()));
    Credentials credentials = new Credentials(database, town);
    RecoveryWords words = RecoveryWords.random(RANDOM);
    try (Minisign.KeyPair key = Minisign.KeyPair.generate(RANDOM)) {
      List<Account> accounts = new ArrayList<>();
      for (Newcomer newcomer : newcomers) {
        accounts.add(Account.of(newcomer, Optional.of(key)));
      }
      String wrapped = Passwords.wrap(key.secret(), words.secret());
      journal.write(
          town,
          Actor.PROGRAM,
          form,
          change -> {
            if (!change.all(Person.KIND).isEmpty()) {
              throw Refused.conflict("access.founded-already", town.value());
            }
            more.accept(change);
            accounts.forEach(one -> one.write(change, credentials));
            credentials.putPublicKey(change.rows(), key.publicKey());
            credentials.putRecoveryKey(change.rows(), wrapped);
          });
      return new Founded(key.publicKey(), words);
    }
  }

  /**
   * Somebody new, with a first password. For one who may release, the adder must be able to open the
   * town's key.
   *
   * @param ownPassword the adder's, needed only for a releaser
   */
  public Person add(
      Slug town, Person adder, RequestId form, Newcomer newcomer, String ownPassword) {
    Actor actor = adder.allowedTo(Right.ADMINISTER);
    Newcomers.check(newcomer, all(town));
    Account account = keyed(town, adder, newcomer, ownPassword);
    Credentials credentials = new Credentials(database, town);
    journal.write(
        town,
        actor,
        form,
        change -> {
          List<Person> present = change.all(Person.KIND).stream().map(Stored::value).toList();
          Newcomers.check(newcomer, present);
          account.write(change, credentials);
        });
    return account.person();
  }

  private Account keyed(Slug town, Person adder, Newcomer newcomer, String ownPassword) {
    if (newcomer.roles().stream().noneMatch(role -> role.allows(Right.RELEASE))) {
      return Account.of(newcomer, Optional.empty());
    }
    try (Minisign.KeyPair key = townKey.open(town, adder, ownPassword, "ownPassword")) {
      return Account.of(newcomer, Optional.of(key));
    }
  }

  /** Takes an account's roles and its password. What the person did stays under their name. */
  public void close(Slug town, Person by, RequestId form, Actor whom, long seen) {
    Actor actor = by.allowedTo(Right.ADMINISTER);
    if (whom.equals(actor)) {
      throw Refused.conflict("access.not-oneself");
    }
    Credentials credentials = new Credentials(database, town);
    journal.write(
        town,
        actor,
        form,
        change -> {
          Person person =
              change
                  .find(Person.KIND, whom.pseudonym())
                  .orElseThrow(() -> Refused.notFound("access.unknown-person", whom.pseudonym()))
                  .value();
          Person closed = new Person(whom, person.signIn(), person.name(), List.of());
          change.put(Person.KIND, whom.pseudonym(), closed, seen);
          credentials.remove(change.rows(), person);
        });
  }

  /**
   * Other roles for an account. Who may release from now on gets a new first password, under which
   * the town's key is wrapped; who no longer may loses the key.
   *
   * @param password the new first password, needed only for who may now release
   * @param ownPassword that of the person who changes it, needed for the same
   */
  public void changeRoles(
      Slug town,
      Person by,
      RequestId form,
      Actor whom,
      RoleChange roles,
      String password,
      String ownPassword) {
    Actor actor = by.allowedTo(Right.ADMINISTER);
    Person before =
        find(town, whom)
            .orElseThrow(() -> Refused.notFound("access.unknown-person", whom.pseudonym()));
    roles.check(before, by, all(town));
    Credentials credentials = new Credentials(database, town);
    Optional<Credential> credential = Optional.empty();
    if (roles.givesRelease(before)) {
      Newcomers.checkPassword(password);
      try (Minisign.KeyPair key = townKey.open(town, by, ownPassword, "ownPassword")) {
        credential = Optional.of(Credential.of(password, Optional.of(key)));
      }
    }
    Optional<Credential> renewed = credential;
    journal.write(
        town,
        actor,
        form,
        change -> {
          roles.check(before, by, change.all(Person.KIND).stream().map(Stored::value).toList());
          Person after = roles.of(before);
          change.put(Person.KIND, whom.pseudonym(), after, roles.seen());
          if (roles.takesRelease(before)) {
            credentials.dropKey(change.rows(), after);
          }
          renewed.ifPresent(one -> credentials.put(change.rows(), after, one));
        });
  }

  /** A new password of one's own; the key stays wrapped for who may release. */
  public void changePassword(Slug town, Person person, RequestId form, String old, String chosen) {
    Credentials credentials = new Credentials(database, town);
    if (!Passwords.verify(old, credentials.verifier(person).orElse(NOBODYS_VERIFIER))) {
      throw Refused.invalid("old", "access.wrong-password");
    }
    Newcomers.checkPassword(chosen);
    Optional<Minisign.KeyPair> key =
        credentials.wrappedKey(person).map(wrapped -> townKey.open(town, person, old, "old"));
    Credential credential = Credential.of(chosen, key);
    key.ifPresent(Minisign.KeyPair::close);
    write(town, person, form, credential);
  }

  /** Gives an account a new password by the words alone: who holds them holds the town's key. */
  public Person recover(
      Slug town, RequestId form, String signIn, RecoveryWords words, String chosen) {
    Credentials credentials = new Credentials(database, town);
    Newcomers.checkPassword(chosen);
    byte[] secret =
        credentials
            .recoveryKey()
            .flatMap(wrapped -> Passwords.unwrap(wrapped, words.secret()))
            .orElseThrow(() -> Refused.invalid("words", "access.wrong-words"));
    Person person =
        named(town, signIn)
            .orElseThrow(() -> Refused.invalid("name", "access.unknown-person", signIn));
    try (Minisign.KeyPair key = Minisign.KeyPair.ofSecret(secret)) {
      Optional<Minisign.KeyPair> own = Optional.of(key).filter(_ -> person.may(Right.RELEASE));
      write(town, person, form, Credential.of(chosen, own));
    }
    return person;
  }

  private void write(Slug town, Person person, RequestId form, Credential credential) {
    journal.write(
        town,
        person.pseudonym(),
        form,
        change -> {
          Account.touch(change, person);
          new Credentials(database, town).put(change.rows(), person, credential);
        });
  }

  /** Who that is, if the password is theirs. Takes as long for names that do not exist. */
  public Optional<Person> signIn(Slug town, String signIn, String password) {
    Optional<Person> person = named(town, signIn);
    Optional<String> verifier = person.flatMap(new Credentials(database, town)::verifier);
    boolean right = Passwords.verify(password, verifier.orElse(NOBODYS_VERIFIER));
    return right ? person : Optional.empty();
  }

  private static final String NOBODYS_VERIFIER = Passwords.verifier(Ids.random());

  /**
   * The town's key, for the one act that signs. Asks for the password again.
   *
   * @throws Refused when the password is wrong or this person holds no key
   */
  public Minisign.KeyPair key(Slug town, Person person, String password) {
    return townKey.open(town, person, password, "password");
  }

  public Optional<Minisign.PublicKey> publicKey(Slug town) {
    return townKey.publicKey(town);
  }

  /** The same key, to be changed. */
  public TownKey townKey() {
    return townKey;
  }
}
