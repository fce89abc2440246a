package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Slug;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty journal on SQLite; PostgreSQL runs the same tests in classes that inherit them. */
abstract class StoreTest {
  record Note(String words, Optional<String> hint) {}

  static final Kind<Note> NOTE =
      new Kind<>("test.note", 1, Note.class, Retention.SHIFT, Audience.STAFF);
  static final Slug TOWN = Slug.of("moessingen");
  static final Actor ACTOR = new Actor("p-1");

  @TempDir Path directory;
  Database database;
  Journal journal;

  Database open() {
    return Database.embedded(directory);
  }

  @BeforeEach
  void start() {
    database = open();
    journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
  }

  void write(String id, String words) {
    journal.write(TOWN, ACTOR, RequestId.random(), change -> change.put(NOTE, id, note(words)));
  }

  static Note note(String words) {
    return new Note(words, Optional.empty());
  }

  void remove(String id) {
    journal.write(TOWN, ACTOR, RequestId.random(), change -> change.remove(NOTE, id));
  }

  Verification verify() {
    return Verification.of(database, TOWN, List.of(NOTE));
  }

  /** What somebody with the database's password might do. */
  void tamper(String... statements) throws SQLException {
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
