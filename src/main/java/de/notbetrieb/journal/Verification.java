package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes everything anew that the journal claims: numbers without gaps, leaf hashes, the tree,
 * every payload's hash, and that every record is what its newest entry says.
 *
 * @param erased entries whose payload is gone; said, not damage
 */
public record Verification(
    Slug town, long entries, long records, long erased, List<Finding> damage) {
  public Verification {
    damage = List.copyOf(damage);
  }

  /** One thing that is not as it should be. */
  public record Finding(long entry, String what, String expected, String found) {}

  public boolean isClean() {
    return damage.isEmpty();
  }

  public static Verification of(Database database, Slug town) {
    try (Connection connection = database.readers().getConnection()) {
      return new Run(new Rows(connection, town.value()), town).verify();
    } catch (SQLException e) {
      throw Refused.unavailable("journal.unreadable", e);
    }
  }

  private record Leaf(
      long number, String subject, String envelope, String leafHash, String salt, String body) {}

  private record Row(String kind, String id, String subject, long entry, String body) {}

  private static final class Run {
    private final Rows rows;
    private final Slug town;
    private final List<Finding> damage = new ArrayList<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<Long, String> payloads = new HashMap<>();
    private MerkleTree tree = MerkleTree.EMPTY;
    private long erased;

    Run(Rows rows, Slug town) {
      this.rows = rows;
      this.town = town;
    }

    Verification verify() {
      List<Leaf> leaves =
          rows.query(
              """
              SELECT e.number, e.subject, e.envelope, e.leaf_hash, p.salt, p.body
              FROM entry e LEFT JOIN payload p ON p.town = e.town AND p.number = e.number
              WHERE e.town = ? ORDER BY e.number""",
              row ->
                  new Leaf(
                      row.getLong(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      orEmpty(row.getString(5)),
                      orEmpty(row.getString(6))),
              town.value());
      leaves.forEach(this::leaf);
      head();
      List<Row> records =
          rows.query(
              "SELECT kind, id, subject, entry, body FROM record WHERE town = ?",
              row ->
                  new Row(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      row.getLong(4),
                      row.getString(5)),
              town.value());
      records.forEach(this::record);
      return new Verification(town, leaves.size(), records.size(), erased, damage);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
      return text == null ? "" : text;
    }

    private void leaf(Leaf leaf) {
      expect(leaf.number(), "number", tree.size() + 1, leaf.number());
      expect(leaf.number(), "leaf hash", Envelope.leafHash(leaf.envelope()), leaf.leafHash());
      tree = tree.with(Envelope.leafHash(leaf.envelope()));
      Envelope envelope = Json.read(leaf.envelope(), Envelope.class);
      expect(leaf.number(), "number in the leaf", leaf.number(), envelope.number());
      expect(leaf.number(), "town in the leaf", town, envelope.town());
      expect(leaf.number(), "subject", envelope.subject(), leaf.subject());
      newest.put(leaf.subject(), leaf.number());
      if (leaf.salt().isEmpty()) {
        erased++;
      } else {
        expect(
            leaf.number(),
            "payload",
            envelope.payload(),
            Envelope.payloadHash(leaf.salt(), leaf.body()));
        payloads.put(leaf.number(), leaf.body());
      }
    }

    private void head() {
      List<String> heads =
          rows.query(
              "SELECT size, frontier FROM head WHERE town = ?",
              row -> row.getLong(1) + " " + row.getString(2),
              town.value());
      String expected = tree.size() + " " + tree.frontier();
      expect(tree.size(), "head of the tree", expected, heads.isEmpty() ? "0 " : heads.getFirst());
    }

    private void record(Row row) {
      String what = "record " + row.kind() + " " + row.id();
      expect(row.entry(), what + ": newest entry", newest.get(row.subject()), row.entry());
      String payload = payloads.get(row.entry());
      if (payload != null) {
        expect(row.entry(), what, payload, Envelope.payload(row.id(), row.body()));
      }
    }

    private void expect(
        long entry, String what, @org.jspecify.annotations.Nullable Object expected, Object found) {
      if (!String.valueOf(expected).equals(String.valueOf(found))) {
        damage.add(new Finding(entry, what, String.valueOf(expected), String.valueOf(found)));
      }
    }
  }
}
