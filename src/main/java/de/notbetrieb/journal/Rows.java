package de.notbetrieb.journal;

import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Moment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Reads one town's records and entries through one connection. */
final class Rows {
  private static final String RECORD =
      """
      SELECT r.id, r.entry, r.body, e.happened_us, e.happened_zone, e.recorded_us, e.recorded_zone, e.actor
      FROM record r JOIN entry e ON e.town = r.town AND e.number = r.entry
      WHERE r.town = ? AND r.kind = ?""";

  private final Connection connection;
  private final String town;

  Rows(Connection connection, String town) {
    this.connection = connection;
    this.town = town;
  }

  String town() {
    return town;
  }

  <R extends Record> Optional<Stored<R>> find(Kind<R> kind, String id) {
    return query(RECORD + " AND r.id = ?", row -> stored(row, kind), town, kind.name(), id).stream()
        .findFirst();
  }

  <R extends Record> List<Stored<R>> all(Kind<R> kind) {
    return query(RECORD + " ORDER BY r.id", row -> stored(row, kind), town, kind.name());
  }

  <R extends Record> List<Stored<R>> history(Kind<R> kind, String id) {
    return query(
        """
        SELECT p.body, e.number, e.happened_us, e.happened_zone, e.recorded_us, e.recorded_zone, e.actor
        FROM record r JOIN entry e ON e.town = r.town AND e.subject = r.subject
        JOIN payload p ON p.town = e.town AND p.number = e.number
        WHERE r.town = ? AND r.kind = ? AND r.id = ? ORDER BY e.number DESC""",
        row -> {
          String payload = row.getString("body");
          String body =
              payload.substring(Envelope.payload(id, "").length() - 1, payload.length() - 1);
          return stored(row, id, row.getLong("number"), Json.read(body, kind.type()));
        },
        town,
        kind.name(),
        id);
  }

  List<Entry> entries(EntryFilter filter, long before, int limit) {
    String kind = filter.kind().orElse("");
    String actor = filter.actor().map(Actor::pseudonym).orElse("");
    return query(
        """
        SELECT e.number, e.kind, e.subject, r.id, e.happened_us, e.happened_zone,
          e.recorded_us, e.recorded_zone, e.actor
        FROM entry e LEFT JOIN record r ON r.town = e.town AND r.subject = e.subject
        WHERE e.town = ? AND e.number < ? AND (? = '' OR e.kind = ?) AND (? = '' OR e.actor = ?)
          AND e.recorded_us >= ? AND e.recorded_us < ?
        ORDER BY e.number DESC LIMIT ?""",
        row ->
            new Entry(
                row.getLong("number"),
                row.getString("kind"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("id")),
                moment(row, "happened"),
                moment(row, "recorded"),
                new Actor(row.getString("actor"))),
        town,
        before,
        kind,
        kind,
        actor,
        actor,
        filter.from().map(Rows::micros).orElse(Long.MIN_VALUE),
        filter.until().map(Rows::micros).orElse(Long.MAX_VALUE),
        limit);
  }

  private static long micros(Instant instant) {
    return new Moment(instant, ZoneOffset.UTC).micros();
  }

  List<String> kindsOfEntries() {
    return query(
        "SELECT DISTINCT kind FROM entry WHERE town = ? ORDER BY kind",
        row -> row.getString(1),
        town);
  }

  /** The row's stable random subject id, which its entries carry. */
  Optional<String> subject(Kind<?> kind, String id) {
    return query(
            "SELECT subject FROM record WHERE town = ? AND kind = ? AND id = ?",
            row -> row.getString(1),
            town,
            kind.name(),
            id)
        .stream()
        .findFirst();
  }

  /** The entries of a subject whose payloads are there, oldest first. */
  List<Long> withPayload(String subject) {
    return query(
        """
        SELECT e.number FROM entry e JOIN payload p ON p.town = e.town AND p.number = e.number
        WHERE e.town = ? AND e.subject = ? ORDER BY e.number""",
        row -> row.getLong(1),
        town,
        subject);
  }

  /** Hands over one row after the other, for what may be too much to hold. */
  void each(String sql, RowReader reader, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(1000);
      bind(statement, arguments);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw translated(sql, e);
    }
  }

  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, Mapper<T> mapper, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(mapper.map(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw translated(sql, e);
    }
  }

  int update(String sql, Object... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw translated(sql, e);
    }
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static RuntimeException translated(String sql, SQLException e) {
    RuntimeException translated = new SQLExceptionSubclassTranslator().translate("journal", sql, e);
    return translated == null
        ? new org.springframework.jdbc.UncategorizedSQLException("journal", sql, e)
        : translated;
  }

  private <R extends Record> Stored<R> stored(ResultSet row, Kind<R> kind) throws SQLException {
    R value = Json.read(row.getString("body"), kind.type());
    return stored(row, row.getString("id"), row.getLong("entry"), value);
  }

  private static <R> Stored<R> stored(ResultSet row, String id, long entry, R value)
      throws SQLException {
    return new Stored<>(
        id,
        entry,
        moment(row, "happened"),
        moment(row, "recorded"),
        new Actor(row.getString("actor")),
        value);
  }

  private static Moment moment(ResultSet row, String name) throws SQLException {
    return Moment.ofMicros(row.getLong(name + "_us"), row.getString(name + "_zone"));
  }
}
