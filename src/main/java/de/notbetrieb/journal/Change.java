package de.notbetrieb.journal;

import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One change while it is carried out inside the writer's transaction. */
final class Change implements Writing {
  private final Connection connection;
  private final Rows rows;
  private final String town;
  private final Actor actor;
  private final Moment now;
  private MerkleTree tree;
  private Moment happened;

  Change(Connection connection, String town, Actor actor, Moment now, MerkleTree tree) {
    this.connection = connection;
    this.rows = new Rows(connection, town);
    this.town = town;
    this.actor = actor;
    this.now = now;
    this.happened = now;
    this.tree = tree;
  }

  /** The tree with what this change has added. */
  MerkleTree tree() {
    return tree;
  }

  @Override
  public Writing happened(Moment moment) {
    happened = moment;
    return this;
  }

  @Override
  public Moment now() {
    return now;
  }

  @Override
  public <R extends Record> long put(Kind<R> kind, String id, R value, long expectedEntry) {
    long present = find(kind, id).map(Stored::entry).orElse(0L);
    if (present != expectedEntry) {
      throw Refused.conflict("journal.moved-on", id);
    }
    return put(kind, id, value);
  }

  @Override
  public <R extends Record> long put(Kind<R> kind, String id, R value) {
    String body = Json.write(value);
    Optional<String> known = rows.subject(kind, id);
    String subject = known.orElseGet(Ids::random);
    long number = append(kind, subject, Envelope.payload(id, body));
    if (known.isPresent()) {
      rows.update(
          "UPDATE record SET entry = ?, body = ? WHERE town = ? AND kind = ? AND id = ?",
          number,
          body,
          town,
          kind.name(),
          id);
    } else {
      rows.update(
          "INSERT INTO record (town, kind, id, subject, entry, body) VALUES (?, ?, ?, ?, ?, ?)",
          town,
          kind.name(),
          id,
          subject,
          number,
          body);
    }
    return number;
  }

  @Override
  public <R extends Record> void remove(Kind<R> kind, String id) {
    String subject =
        rows.subject(kind, id).orElseThrow(() -> Refused.notFound("journal.no-record", id));
    append(kind, subject, Envelope.removal(id));
    rows.update("DELETE FROM record WHERE town = ? AND kind = ? AND id = ?", town, kind.name(), id);
  }

  /** Takes payloads away and says so in an entry. */
  void erase(long entry, Erasure.Scope scope, String ground) {
    Entry target =
        rows.entries(EntryFilter.NONE, entry + 1, 1).stream()
            .filter(found -> found.number() == entry)
            .findFirst()
            .orElseThrow(() -> Refused.notFound("journal.no-entry", String.valueOf(entry)));
    if (target.kind().equals(Erasure.KIND.name())) {
      throw Refused.notAllowed("journal.erasure-stays", String.valueOf(entry));
    }
    List<Long> written = rows.withPayload(target.subject());
    List<Long> going =
        scope == Erasure.Scope.RECORD ? written : written.stream().filter(n -> n == entry).toList();
    put(Erasure.KIND, Ids.random(), new Erasure(going, ground));
    for (long number : going) {
      rows.update("DELETE FROM payload WHERE town = ? AND number = ?", town, number);
      rows.update("DELETE FROM record WHERE town = ? AND entry = ?", town, number);
    }
  }

  private long append(Kind<?> kind, String subject, String payload) {
    long number = tree.size() + 1;
    byte[] salt = Ids.salt();
    Sha256 payloadHash = Envelope.payloadHash(salt, payload);
    String envelope =
        Envelope.of(town, number, kind, subject, happened, now, actor, payloadHash).text();
    Sha256 leaf = Envelope.leafHash(envelope);
    rows.update(
        """
        INSERT INTO entry (town, number, kind, subject, happened_us, happened_zone,
          recorded_us, recorded_zone, actor, envelope, leaf_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        town,
        number,
        kind.name(),
        subject,
        happened.micros(),
        happened.zone().getId(),
        now.micros(),
        now.zone().getId(),
        actor.pseudonym(),
        envelope,
        leaf.hex());
    rows.update(
        "INSERT INTO payload (town, number, salt, body) VALUES (?, ?, ?, ?)",
        town,
        number,
        HexFormat.of().formatHex(salt),
        payload);
    tree = tree.with(leaf);
    return number;
  }

  @Override
  public Connection rows() {
    return connection;
  }

  @Override
  public <R extends Record> Optional<Stored<R>> find(Kind<R> kind, String id) {
    return rows.find(kind, id);
  }

  @Override
  public <R extends Record> List<Stored<R>> all(Kind<R> kind) {
    return rows.all(kind);
  }

  @Override
  public <R extends Record> List<Stored<R>> history(Kind<R> kind, String id) {
    return rows.history(kind, id);
  }

  @Override
  public long head() {
    return tree.size();
  }

  @Override
  public List<Entry> entries(EntryFilter filter, long before, int limit) {
    return rows.entries(filter, before, limit);
  }

  @Override
  public List<String> kindsOfEntries() {
    return rows.kindsOfEntries();
  }
}
