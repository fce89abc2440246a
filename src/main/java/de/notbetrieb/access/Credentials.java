package de.notbetrieb.access;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows that hold secrets: verifiers of passwords and the wrapped keys. Never in the journal. */
final class Credentials {
  private final Database database;
  private final Slug town;

  Credentials(Database database, Slug town) {
    this.database = database;
    this.town = town;
  }

  /**
   * What one person's password can do.
   *
   * @param wrappedKey the town's key, for those who may release
   */
  record Credential(String verifier, Optional<String> wrappedKey) {
    static Credential of(String password, Optional<Minisign.KeyPair> key) {
      return new Credential(
          Passwords.verifier(password), key.map(k -> Passwords.wrap(k.secret(), password)));
    }
  }

  Optional<String> verifier(Person person) {
    return text(
        "SELECT verifier FROM credential WHERE town = ? AND person = ?",
        town.value(),
        person.pseudonym().pseudonym());
  }

  Optional<String> wrappedKey(Person person) {
    return text(
        "SELECT wrapped_key FROM credential WHERE town = ? AND person = ?",
        town.value(),
        person.pseudonym().pseudonym());
  }

  Optional<String> recoveryKey() {
    return text("SELECT wrapped_key FROM recovery WHERE town = ?", town.value());
  }

  Optional<String> publicKey() {
    return text("SELECT public_key FROM town_key WHERE town = ?", town.value());
  }

  void put(Connection rows, Person person, Credential credential) {
    remove(rows, person);
    execute(
        rows,
        "INSERT INTO credential (town, person, verifier, wrapped_key) VALUES (?, ?, ?, ?)",
        town.value(),
        person.pseudonym().pseudonym(),
        credential.verifier(),
        credential.wrappedKey().orElse(""));
  }

  /** The password stays; it opens the town's key no more. */
  void dropKey(Connection rows, Person person) {
    execute(
        rows,
        "UPDATE credential SET wrapped_key = '' WHERE town = ? AND person = ?",
        town.value(),
        person.pseudonym().pseudonym());
  }

  void remove(Connection rows, Person person) {
    execute(
        rows,
        "DELETE FROM credential WHERE town = ? AND person = ?",
        town.value(),
        person.pseudonym().pseudonym());
  }

  void putPublicKey(Connection rows, Minisign.PublicKey key) {
    execute(
        rows, "INSERT INTO town_key (town, public_key) VALUES (?, ?)", town.value(), key.base64());
  }

  void replacePublicKey(Connection rows, Minisign.PublicKey key) {
    execute(rows, "DELETE FROM town_key WHERE town = ?", town.value());
    putPublicKey(rows, key);
  }

  void putRecoveryKey(Connection rows, String wrapped) {
    execute(rows, "DELETE FROM recovery WHERE town = ?", town.value());
    execute(rows, "INSERT INTO recovery (town, wrapped_key) VALUES (?, ?)", town.value(), wrapped);
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
