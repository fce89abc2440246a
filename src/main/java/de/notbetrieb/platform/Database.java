package de.notbetrieb.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: an embedded SQLite file in the data directory, or PostgreSQL. One connection
 * writes, a few read.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 8;
  private static final int BUSY_MILLISECONDS = 10_000;

  /** Any number will do, if it is the same in all processes. */
  private static final long WRITE_LOCK = 6962;

  private final HikariDataSource readers;
  private final HikariDataSource writer;
  private final Vendor vendor;
  private final Optional<Path> file;
  private final Object fileKey;

  /** What differs between the two. */
  public enum Vendor {
    SQLITE,
    POSTGRESQL
  }

  private Database(
      Vendor vendor, Optional<Path> file, HikariDataSource readers, HikariDataSource writer) {
    this.vendor = vendor;
    this.file = file;
    this.readers = readers;
    this.writer = writer;
    try {
      this.fileKey = file.isPresent() ? key(file.get()) : vendor;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SQLite file {@code notbetrieb.db}; made and brought up to date when needed. */
  public static Database embedded(Path dataDirectory) {
    try {
      Files.createDirectories(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = dataDirectory.resolve("notbetrieb.db");
    String url =
        "jdbc:sqlite:"
            + file
            + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&secure_delete=true"
            + "&busy_timeout="
            + BUSY_MILLISECONDS;
    return open(Vendor.SQLITE, Optional.of(file), url);
  }

  public static Database postgresql(String url) {
    return open(Vendor.POSTGRESQL, Optional.empty(), url);
  }

  private static Database open(Vendor vendor, Optional<Path> file, String url) {
    migrate(vendor, url);
    String begin = vendor == Vendor.SQLITE ? "&transaction_mode=IMMEDIATE" : "";
    HikariDataSource writer = pool(url + begin, "writer", 1);
    Database database = new Database(vendor, file, pool(url, "readers", READERS), writer);
    database.emptyLogAtStart();
    return database;
  }

  /** On PostgreSQL this takes two connections: one for the lock, one for the work. */
  private static void migrate(Vendor vendor, String url) {
    try (HikariDataSource connections = pool(url, "migration", 2)) {
      Flyway.configure()
          .dataSource(connections)
          .locations("classpath:db/migration/" + vendor.name().toLowerCase(java.util.Locale.ROOT))
          .loggers("slf4j")
          .load()
          .migrate();
    }
  }

  private static HikariDataSource pool(String url, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000); // whoever waits at a screen is told then
    return new HikariDataSource(config);
  }

  public DataSource readers() {
    return readers;
  }

  /** For the one writer. */
  public DataSource writer() {
    return writer;
  }

  /**
   * Refuses when the database's file is no longer where it belongs: an open file can still be
   * written after it was moved away, and the next start would not find what was written.
   */
  public void requireInPlace() throws IOException {
    if (file.isPresent() && !key(file.get()).equals(fileKey)) {
      throw new IOException(file.get() + " is another file than at the start");
    }
  }

  /** Takes a connection of the writer's out of use after a failure. */
  public void discard(Connection connection) {
    writer.evictConnection(connection);
  }

  /**
   * First statement of a writing transaction: several processes may work on one database, and the
   * tree must not move between reading its head and writing it. SQLite's transactions of the writer
   * begin with the lock.
   */
  public void lockForWriting(Connection connection) throws SQLException {
    if (vendor == Vendor.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_xact_lock(" + WRITE_LOCK + ")");
      }
    }
  }

  /**
   * Makes sure that what was deleted is no longer in the files. SQLite zeroes deleted cells, but
   * pages that were split keep copies: so the file is rebuilt and its write-ahead log emptied.
   * PostgreSQL rewrites the two tables; its own log goes as it recycles it.
   */
  public void overwriteDeleted() throws SQLException {
    try (Connection connection = writer.getConnection();
        Statement statement = connection.createStatement()) {
      switch (vendor) {
        case POSTGRESQL -> {
          statement.execute("VACUUM FULL payload");
          statement.execute("VACUUM FULL record");
        }
        case SQLITE -> {
          statement.execute("VACUUM");
          emptyLog(statement);
        }
      }
    }
  }

  /** A process that was killed between an erasure and its end left bytes in the log. */
  private void emptyLogAtStart() {
    if (vendor == Vendor.SQLITE) {
      try (Connection connection = writer.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout=0");
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        statement.execute("PRAGMA busy_timeout=" + BUSY_MILLISECONDS);
      } catch (SQLException e) {
        LOG.info("the write-ahead log is in use by another process", e);
      }
    }
  }

  private static void emptyLog(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      if (!result.next() || result.getInt(1) != 0) {
        throw new SQLException("somebody is reading: the write-ahead log is not empty");
      }
    }
  }

  private static Object key(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file : key;
  }

  public Vendor vendor() {
    return vendor;
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
