package de.notbetrieb.access;

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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people of a town: adding them, signing them in, and opening the town's key for a release. */
public final class People {
  private final Database database;
  private final Journal journal;

  public People(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(Person.KIND);
  }

  /** Somebody to be added. */
  public record Newcomer(String signIn, String name, List<Role> roles, String password) {
    public Newcomer {
      roles = List.copyOf(roles);
    }
  }

  public List<Person> all(Slug town) {
    return journal.read(town).all(Person.KIND).stream().map(Stored::value).toList();
  }

  public Optional<Person> find(Slug town, Actor pseudonym) {
    return journal.read(town).find(Person.KIND, pseudonym.pseudonym()).map(Stored::value);
  }

  /**
   * The first people of a town, who make its key: it is wrapped under the password of everyone who
   * may release.
   *
   * @return the key's public half
   */
  public Minisign.PublicKey found(Slug town, List<Newcomer> newcomers) {
    newcomers.forEach(People::check);
    try (Minisign.KeyPair key = Minisign.KeyPair.generate(new SecureRandom())) {
      List<Credential> credentials = new ArrayList<>();
      for (Newcomer newcomer : newcomers) {
        credentials.add(credential(newcomer, Optional.of(key)));
      }
      journal.write(
          town,
          Actor.PROGRAM,
          RequestId.random(),
          change -> {
            if (!change.all(Person.KIND).isEmpty()) {
              throw Refused.conflict("access.founded-already", town.value());
            }
            credentials.forEach(one -> one.write(change, town));
            execute(
                change.rows(),
                "INSERT INTO town_key (town, public_key) VALUES (?, ?)",
                town.value(),
                key.publicKey().base64());
          });
      return key.publicKey();
    }
  }

  /** Who that is, if the password is theirs. Takes as long for names that do not exist. */
  public Optional<Person> signIn(Slug town, String signIn, String password) {
    Optional<Person> person =
        all(town).stream().filter(one -> one.signIn().equalsIgnoreCase(signIn)).findFirst();
    Optional<String> verifier =
        person.flatMap(
            one ->
                text(
                    "SELECT verifier FROM credential WHERE town = ? AND person = ?",
                    town.value(),
                    one.pseudonym().pseudonym()));
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
    String wrapped =
        text(
                "SELECT wrapped_key FROM credential WHERE town = ? AND person = ?",
                town.value(),
                person.pseudonym().pseudonym())
            .orElseThrow(() -> Refused.notAllowed("access.no-key"));
    byte[] secret =
        Passwords.unwrap(wrapped, password)
            .orElseThrow(() -> Refused.invalid("password", "access.wrong-password"));
    return Minisign.KeyPair.ofSecret(secret);
  }

  public Optional<Minisign.PublicKey> publicKey(Slug town) {
    return text("SELECT public_key FROM town_key WHERE town = ?", town.value())
        .map(Minisign.PublicKey::new);
  }

  private static void check(Newcomer newcomer) {
    List<Refused.Problem> problems = new ArrayList<>();
    if (newcomer.signIn().isBlank()) {
      problems.add(new Refused.Problem("signIn", "access.sign-in-missing", List.of()));
    }
    if (newcomer.password().length() < Passwords.MIN_LENGTH) {
      problems.add(
          new Refused.Problem(
              "password", "access.password-short", List.of("" + Passwords.MIN_LENGTH)));
    }
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  private record Credential(Person person, String verifier, Optional<String> wrappedKey) {
    void write(Writing change, Slug town) {
      change.put(Person.KIND, person.pseudonym().pseudonym(), person);
      execute(
          change.rows(),
          "INSERT INTO credential (town, person, verifier, wrapped_key) VALUES (?, ?, ?, ?)",
          town.value(),
          person.pseudonym().pseudonym(),
          verifier,
          wrappedKey.orElse(""));
    }
  }

  private static Credential credential(Newcomer newcomer, Optional<Minisign.KeyPair> key) {
    Person person =
        new Person(
            new Actor("p-" + Ids.random()), newcomer.signIn(), newcomer.name(), newcomer.roles());
    return new Credential(
        person,
        Passwords.verifier(newcomer.password()),
        key.filter(k -> person.may(Right.RELEASE))
            .map(k -> Passwords.wrap(k.secret(), newcomer.password())));
  }

  private Optional<String> text(String sql, String... arguments) {
    try (Connection connection = database.readers().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.ofNullable(rows.getString(1)).filter(text -> !text.isEmpty())
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw Refused.unavailable("journal.unreadable", e);
    }
  }

  private static void execute(Connection connection, String sql, String... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw Refused.unavailable("journal.unwritable", e);
    }
  }

  private static void bind(PreparedStatement statement, String... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setString(i + 1, arguments[i]);
    }
  }
}
