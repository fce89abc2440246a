package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The writer's thread and its queue. */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MAX_WAITING = 10_000;
  static final int MAX_TOGETHER = 500;

  private final Database database;
  private final int together;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private volatile boolean open = true;

  private record Waiting(
      String town,
      Actor actor,
      RequestId request,
      Consumer<Writing> change,
      CompletableFuture<Journal.Done> answer) {}

  /** What a caller will be told once the commit has succeeded. */
  private record Pending(Waiting waiting, Journal.Done done) {}

  Writer(Database database, Clock clock, int together) {
    this.database = database;
    this.together = together;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("journal-writer").daemon().start(this::run);
  }

  CompletableFuture<Journal.Done> submit(
      Slug town, Actor actor, RequestId request, Consumer<Writing> change) {
    CompletableFuture<Journal.Done> answer = new CompletableFuture<>();
    Waiting waiting = new Waiting(town.value(), actor, request, change, answer);
    if (!queue.offer(waiting)) {
      answer.completeExceptionally(
          Refused.unavailable("journal.busy", new IllegalStateException("queue")));
    } else if (!open && queue.remove(waiting)) {
      refuse(waiting, new IllegalStateException("closed"));
    }
    return answer;
  }

  private void run() {
    while (open) {
      List<Waiting> batch = new ArrayList<>();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        break;
      }
      queue.drainTo(batch, together - 1);
      commit(batch);
    }
    open = false;
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(waiting -> refuse(waiting, new IllegalStateException("closing")));
  }

  /** The rim of the thread: whatever goes wrong, callers are told and the next ones are served. */
  private void commit(List<Waiting> batch) {
    try {
      database.requireInPlace();
      List<Pending> pending = transaction(batch);
      pending.forEach(one -> one.waiting().answer().complete(one.done()));
    } catch (DataAccessException e) {
      LOG.error("the database failed within {} changes", batch.size(), e);
      apart(batch, e);
    } catch (SQLException | IOException | RuntimeException | Error e) {
      LOG.error("nothing of {} changes was written", batch.size(), e);
      batch.forEach(waiting -> refuse(waiting, e));
    }
  }

  /**
   * A database that fails inside a change may have rolled everything back, so nothing of the batch
   * counts. Each change is tried once more alone, lest one spoil the others.
   */
  private void apart(List<Waiting> batch, DataAccessException cause) {
    if (batch.size() == 1) {
      refuse(batch.getFirst(), cause);
      return;
    }
    batch.stream()
        .filter(waiting -> !waiting.answer().isDone())
        .forEach(waiting -> commit(List.of(waiting)));
  }

  private List<Pending> transaction(List<Waiting> together) throws SQLException, IOException {
    List<Pending> pending = new ArrayList<>();
    try (Connection connection = database.writer().getConnection()) {
      connection.setAutoCommit(false);
      try {
        database.lockForWriting(connection);
        Map<String, MerkleTree> trees = new HashMap<>();
        for (Waiting waiting : together) {
          carryOut(connection, waiting, trees, pending);
        }
        for (Map.Entry<String, MerkleTree> tree : trees.entrySet()) {
          writeHead(connection, tree.getKey(), tree.getValue());
        }
        database.requireInPlace();
        connection.commit();
        return pending;
      } catch (SQLException | IOException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** A database that failed may have rolled back already; its first complaint is the one to keep. */
  private void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    } finally {
      database.discard(connection);
    }
  }

  private void carryOut(
      Connection connection, Waiting waiting, Map<String, MerkleTree> trees, List<Pending> pending)
      throws SQLException {
    Rows rows = new Rows(connection, waiting.town());
    List<Long> handled =
        rows.query(
            "SELECT head FROM handled_request WHERE town = ? AND request = ?",
            row -> row.getLong(1),
            waiting.town(),
            waiting.request().value());
    if (!handled.isEmpty()) {
      pending.add(new Pending(waiting, new Journal.Done(handled.getFirst(), true)));
      return;
    }
    MerkleTree before = trees.containsKey(waiting.town()) ? trees.get(waiting.town()) : head(rows);
    Moment now = Moment.now(clock);
    Change change = new Change(connection, waiting.town(), waiting.actor(), now, before);
    Savepoint savepoint = connection.setSavepoint();
    try {
      waiting.change().accept(change);
      rows.update(
          "INSERT INTO handled_request (town, request, head, handled_us) VALUES (?, ?, ?, ?)",
          waiting.town(),
          waiting.request().value(),
          change.head(),
          now.micros());
      connection.releaseSavepoint(savepoint);
      trees.put(waiting.town(), change.tree());
      pending.add(new Pending(waiting, new Journal.Done(change.head(), false)));
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      connection.rollback(savepoint);
      waiting.answer().completeExceptionally(e);
    }
  }

  private static MerkleTree head(Rows rows) {
    return rows
        .query(
            "SELECT size, frontier FROM head WHERE town = ?",
            row -> MerkleTree.ofFrontier(row.getLong(1), row.getString(2)),
            rows.town())
        .stream()
        .findFirst()
        .orElse(MerkleTree.EMPTY);
  }

  private static void writeHead(Connection connection, String town, MerkleTree tree) {
    Rows rows = new Rows(connection, town);
    int updated =
        rows.update(
            "UPDATE head SET size = ?, frontier = ? WHERE town = ?",
            tree.size(),
            tree.frontier(),
            town);
    if (updated == 0) {
      rows.update(
          "INSERT INTO head (town, size, frontier) VALUES (?, ?, ?)",
          town,
          tree.size(),
          tree.frontier());
    }
  }

  private static void refuse(Waiting waiting, Throwable cause) {
    waiting.answer().completeExceptionally(Refused.unavailable("journal.unwritable", cause));
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
