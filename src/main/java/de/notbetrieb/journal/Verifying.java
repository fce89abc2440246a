package de.notbetrieb.journal;

import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** One run over one town's journal, in one snapshot of the database. */
final class Verifying {
  private static final String LEAVES =
      """
      SELECT e.number, e.kind, e.subject, e.happened_us, e.happened_zone, e.recorded_us,
        e.recorded_zone, e.actor, e.envelope, e.leaf_hash, p.salt, p.body
      FROM entry e LEFT JOIN payload p ON p.town = e.town AND p.number = e.number
      WHERE e.town = ? ORDER BY e.number""";
  private static final String LONE_PAYLOADS =
      """
      SELECT p.number FROM payload p LEFT JOIN entry e ON e.town = p.town AND e.number = p.number
      WHERE p.town = ? AND e.number IS NULL""";

  private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");

  private final Rows rows;
  private final Slug town;
  private final Map<String, Kind<?>> kinds = new HashMap<>();
  private final boolean reads;
  private final List<Verification.Finding> damage = new ArrayList<>();
  private final Map<Long, Long> erasedBy = new HashMap<>();
  private final Map<String, Row> records = new HashMap<>();
  private final Map<String, Newest> newest = new HashMap<>();
  private MerkleTree tree = MerkleTree.EMPTY;
  private long erased;

  /** A row of the present; of its body only the hash of the payload that it must stand in. */
  private record Row(String kind, String id, long entry, Sha256 payload) {}

  /** A subject's last entry, and the payload if it leaves a record in the present. */
  private record Newest(long entry, String kind, Optional<Sha256> payload) {}

  Verifying(Rows rows, Slug town, Collection<Kind<?>> kinds) {
    this.rows = rows;
    this.town = town;
    this.reads = !kinds.isEmpty();
    Stream.concat(kinds.stream(), Stream.of(Erasure.KIND))
        .forEach(kind -> this.kinds.put(reader(kind.name(), kind.version()), kind));
  }

  private static String reader(String kind, int version) {
    return kind + " version " + version;
  }

  Verification verify() {
    rows.each(
        "SELECT number, body FROM payload WHERE town = ? AND number IN"
            + " (SELECT number FROM entry WHERE town = ? AND kind = ?)",
        row -> erasure(row.getLong(1), row.getString(2)),
        town.value(),
        town.value(),
        Erasure.KIND.name());
    rows.each(
        "SELECT kind, id, subject, entry, body FROM record WHERE town = ?",
        this::record,
        town.value());
    rows.each(LEAVES, this::leaf, town.value());
    rows.each(
        LONE_PAYLOADS,
        row -> found(row.getLong(1), "payload", "an entry beside it", "none"),
        town.value());
    head();
    present();
    return new Verification(town, tree.size(), records.size(), erased, tree.root().hex(), damage);
  }

  private void erasure(long entry, String payload) {
    try {
      Stated stated = Json.read(payload, Stated.class);
      stated.value().ifPresent(value -> value.entries().forEach(n -> erasedBy.put(n, entry)));
    } catch (JacksonException e) {
      found(entry, "payload", "an erasure", "unreadable");
    }
  }

  /** The payload of an entry about an erasure. */
  private record Stated(String id, Optional<Erasure> value) {}

  private void record(ResultSet row) throws SQLException {
    Row found =
        new Row(
            row.getString("kind"),
            row.getString("id"),
            row.getLong("entry"),
            Sha256.of(Envelope.frame(row.getString("id"), row.getString("body"))));
    Row before = records.put(row.getString("subject"), found);
    if (before != null) {
      found(found.entry(), "record " + found.id(), "one row of its subject", "two");
    }
  }

  private void leaf(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    expect(number, "number", tree.size() + 1, number);
    String text = row.getString("envelope");
    expect(number, "leaf hash", Envelope.leafHash(text), row.getString("leaf_hash"));
    tree = tree.with(Envelope.leafHash(text));
    try {
      Envelope envelope = Json.read(text, Envelope.class);
      expect(number, "canonical envelope", envelope.text(), text);
      columns(number, envelope, row);
      payload(number, envelope, Optional.ofNullable(row.getString("body")), row);
    } catch (JacksonException e) {
      found(number, "envelope", "an envelope " + Envelope.FORMAT, "something else");
    }
  }

  private void columns(long number, Envelope envelope, ResultSet row) throws SQLException {
    expect(number, "format", Envelope.FORMAT, envelope.format());
    expect(number, "town in the envelope", town, envelope.town());
    expect(number, "number in the envelope", number, envelope.number());
    expect(number, "kind", envelope.kind(), row.getString("kind"));
    expect(number, "subject", envelope.subject(), row.getString("subject"));
    expect(number, "happened", envelope.happened(), row.getLong("happened_us"));
    expect(number, "happened zone", envelope.happenedZone(), row.getString("happened_zone"));
    expect(number, "recorded", envelope.recorded(), row.getLong("recorded_us"));
    expect(number, "recorded zone", envelope.recordedZone(), row.getString("recorded_zone"));
    expect(number, "actor", envelope.actor().pseudonym(), row.getString("actor"));
  }

  private void payload(long number, Envelope envelope, Optional<String> body, ResultSet row)
      throws SQLException {
    long by = erasedBy.getOrDefault(number, 0L);
    if (body.isEmpty()) {
      if (by <= number) {
        found(number, "payload", envelope.payload().hex(), "none, and no erasure names it");
      }
      erased++;
      newest.put(envelope.subject(), new Newest(number, envelope.kind(), Optional.empty()));
      return;
    }
    if (by != 0) {
      found(number, "payload", "none, erased by entry " + by, "one");
    }
    String text = body.get();
    boolean removal = text.endsWith(Envelope.REMOVED);
    String salt = row.getString("salt");
    if (SALT.matcher(salt).matches()) {
      expect(number, "payload", envelope.payload(), Envelope.payloadHash(salt, text));
    } else {
      found(number, "salt", "64 hex digits", salt);
    }
    newest.put(
        envelope.subject(),
        new Newest(
            number, envelope.kind(), removal ? Optional.empty() : Optional.of(Sha256.of(text))));
    if (!removal) {
      read(number, envelope, text);
    }
  }

  /** A program must be able to read what earlier versions of it wrote. */
  private void read(long number, Envelope envelope, String payload) {
    if (!reads) {
      return;
    }
    String name = reader(envelope.kind(), envelope.version());
    Kind<?> kind = kinds.get(name);
    if (kind == null) {
      found(number, "kind", "one of this program's", name);
      return;
    }
    try {
      int from = payload.indexOf("\"value\":") + "\"value\":".length();
      Json.read(payload.substring(from, payload.length() - 1), kind.type());
    } catch (JacksonException | IllegalArgumentException e) {
      found(number, "payload", "readable as " + name, "not readable");
    }
  }

  private void head() {
    String found =
        rows
            .query(
                "SELECT size, frontier FROM head WHERE town = ?",
                row -> row.getLong(1) + " " + row.getString(2),
                town.value())
            .stream()
            .findFirst()
            .orElse("0 ");
    expect(tree.size(), "head of the tree", tree.size() + " " + tree.frontier(), found);
  }

  private void present() {
    newest.forEach(
        (subject, last) -> {
          Row record = records.get(subject);
          if (last.payload().isPresent() && record == null) {
            found(last.entry(), "record of subject " + subject, "one", "none");
          } else if (last.payload().isEmpty() && record != null) {
            found(last.entry(), "record " + record.id(), "none", "one");
          } else if (record != null) {
            compare(record, last);
          }
        });
    records.forEach(
        (subject, record) -> {
          if (!newest.containsKey(subject)) {
            found(record.entry(), "record " + record.id(), "an entry of its subject", "none");
          }
        });
  }

  private void compare(Row record, Newest last) {
    String name = "record " + record.id();
    expect(last.entry(), "entry of " + name, last.entry(), record.entry());
    expect(last.entry(), "kind of " + name, last.kind(), record.kind());
    expect(last.entry(), name, last.payload().orElseThrow(), record.payload());
  }

  private void expect(long entry, String what, Object expected, Object found) {
    if (!expected.toString().equals(String.valueOf(found))) {
      found(entry, what, expected.toString(), String.valueOf(found));
    }
  }

  private void found(long entry, String what, String expected, String found) {
    if (damage.size() < Verification.MAX_FINDINGS) {
      damage.add(new Verification.Finding(town, entry, what, expected, found));
    }
  }
}
