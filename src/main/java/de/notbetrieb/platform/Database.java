package de.notbetrieb.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The database: an embedded SQLite file in the data directory, or PostgreSQL. One connection
 * writes, a few read.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 8;

  private final HikariDataSource readers;
  private final HikariDataSource writer;
  private final Vendor vendor;

  /** What differs between the two. */
  public enum Vendor {
    SQLITE,
    POSTGRESQL
  }

  private Database(Vendor vendor, HikariDataSource readers, HikariDataSource writer) {
    this.vendor = vendor;
    this.readers = readers;
    this.writer = writer;
  }

  /** The SQLite file {@code notbetrieb.db}; made and brought up to date when needed. */
  public static Database embedded(Path dataDirectory) {
    try {
      Files.createDirectories(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String url =
        "jdbc:sqlite:"
            + dataDirectory.resolve("notbetrieb.db")
            + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&secure_delete=true"
            + "&busy_timeout=10000";
    return open(Vendor.SQLITE, url);
  }

  public static Database postgresql(String url) {
    return open(Vendor.POSTGRESQL, url);
  }

  private static Database open(Vendor vendor, String url) {
    HikariDataSource writer = pool(url, "writer", 1);
    Flyway.configure()
        .dataSource(writer)
        .locations("classpath:db/migration/" + vendor.name().toLowerCase(java.util.Locale.ROOT))
        .loggers("slf4j")
        .load()
        .migrate();
    return new Database(vendor, pool(url, "readers", READERS), writer);
  }

  private static HikariDataSource pool(String url, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  public DataSource readers() {
    return readers;
  }

  /** For the one writer. */
  public DataSource writer() {
    return writer;
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
