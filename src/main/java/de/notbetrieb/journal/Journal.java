package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The one door for writing. Waiting changes go together into one commit, a savepoint each; every
 * caller is answered after the commit. The same request sent again acts once.
 */
public final class Journal implements AutoCloseable {
  private final Database database;
  private final Writer writer;

  /**
   * What became of a change.
   *
   * @param head the town's newest entry when the change was committed
   * @param repeated the request had been handled before; nothing was done now
   */
  public record Done(long head, boolean repeated) {}

  public Journal(Database database, Clock clock) {
    this.database = database;
    this.writer = new Writer(database, clock, Writer.MAX_TOGETHER);
  }

  /** For measuring: commits at most so many changes together. */
  Journal(Database database, Clock clock, int together) {
    this.database = database;
    this.writer = new Writer(database, clock, together);
  }

  /**
   * Carries the change out and waits for its commit.
   *
   * @throws Refused what the change refused, or that nothing can be written now
   */
  public Done write(Slug town, Actor actor, RequestId request, Consumer<Writing> change) {
    CompletableFuture<Done> answer = writer.submit(town, actor, request, change);
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  /**
   * Takes away what an entry says, or every state of its record: an entry itself, with its legal
   * ground. When this returns, the bytes are gone from the database's files too. Sent again with
   * the same request it only makes sure of that.
   *
   * @throws Refused if there is no such entry, nothing is left to erase, or the files could not be
   *     rewritten; then the erasure stands and the call wants to be repeated
   */
  public Done erase(
      Slug town, Actor actor, RequestId request, long entry, Erasure.Scope scope, String ground) {
    Done done =
        write(town, actor, request, change -> ((Change) change).erase(entry, scope, ground));
    try {
      database.overwriteDeleted();
    } catch (SQLException e) {
      throw Refused.unfinished("journal.erased-not-overwritten", e);
    }
    return done;
  }

  /** Each call reads what is committed at that moment. */
  public Reading read(Slug town) {
    return new Committed(town.value());
  }

  /** Whether that form has been carried out before. */
  public boolean handled(Slug town, RequestId request) {
    return !reading(
            town.value(),
            rows ->
                rows.query(
                    "SELECT head FROM handled_request WHERE town = ? AND request = ?",
                    row -> row.getLong(1),
                    town.value(),
                    request.value()))
        .isEmpty();
  }

  /** The towns that have a journal here, by id. */
  public List<Slug> towns() {
    return reading(
        "",
        rows ->
            rows.query("SELECT town FROM head ORDER BY town", row -> Slug.of(row.getString(1))));
  }

  @Override
  public void close() {
    writer.close();
  }

  private <T> T reading(String town, java.util.function.Function<Rows, T> question) {
    try (Connection connection = database.readers().getConnection()) {
      return question.apply(new Rows(connection, town));
    } catch (SQLException e) {
      throw Refused.unavailable("journal.unreadable", e);
    }
  }

  private final class Committed implements Reading {
    private final String town;

    Committed(String town) {
      this.town = town;
    }

    @Override
    public <R extends Record> Optional<Stored<R>> find(Kind<R> kind, String id) {
      return reading(town, rows -> rows.find(kind, id));
    }

    @Override
    public <R extends Record> List<Stored<R>> all(Kind<R> kind) {
      return reading(town, rows -> rows.all(kind));
    }

    @Override
    public <R extends Record> List<Stored<R>> history(Kind<R> kind, String id) {
      return reading(town, rows -> rows.history(kind, id));
    }

    @Override
    public long head() {
      return reading(
          town,
          rows ->
              rows
                  .query("SELECT size FROM head WHERE town = ?", row -> row.getLong(1), town)
                  .stream()
                  .findFirst()
                  .orElse(0L));
    }

    @Override
    public List<Entry> entries(EntryFilter filter, long before, int limit) {
      return reading(town, rows -> rows.entries(filter, before, limit));
    }

    @Override
    public List<String> kindsOfEntries() {
      return reading(town, Rows::kindsOfEntries);
    }
  }
}
