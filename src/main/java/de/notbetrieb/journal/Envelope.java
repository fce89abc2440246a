package de.notbetrieb.journal;

import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.MerkleTree;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A leaf of the journal, version 1: free of personal data. Its canonical JSON is hashed into the
 * tree. Instants are microseconds since 1970.
 *
 * @param payload SHA-256 of the salt's 32 bytes and the payload's
 */
record Envelope(
    String format,
    String town,
    long number,
    String kind,
    int version,
    String subject,
    long happened,
    String happenedZone,
    long recorded,
    String recordedZone,
    Actor actor,
    Sha256 payload) {
  static final String FORMAT = "notbetrieb-journal-1";

  /** How the payload of a removal ends; a state ends in its own closing brace and one more. */
  static final String REMOVED = ",\"removed\":true}";

  Envelope {
    Stream.of(format, town, kind, subject, happenedZone, recordedZone, actor, payload)
        .forEach(Objects::requireNonNull);
  }

  static Sha256 payloadHash(byte[] salt, String payload) {
    return Sha256.of(salt, payload.getBytes(StandardCharsets.UTF_8));
  }

  static Sha256 payloadHash(String saltHex, String payload) {
    return payloadHash(HexFormat.of().parseHex(saltHex), payload);
  }

  /** What a payload holds: the record's readable id and its complete state. */
  static String payload(String id, String body) {
    return frame(plain(id), body);
  }

  /** The same around whatever a row holds. */
  static String frame(String id, String body) {
    return "{\"id\":\"" + id + "\",\"value\":" + body + "}";
  }

  /** The payload of an entry that takes a record from the present. */
  static String removal(String id) {
    return "{\"id\":\"" + plain(id) + "\"" + REMOVED;
  }

  /** Ids need no escapes in JSON, so that a payload is the row's body with a plain frame. */
  private static String plain(String id) {
    if (!id.matches("[A-Za-z0-9._-]{1,160}")) {
      throw new IllegalArgumentException("not an id of a record: " + id);
    }
    return id;
  }

  String text() {
    return Json.write(this);
  }

  static Sha256 leafHash(String text) {
    return MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8));
  }

  static Envelope of(
      String town,
      long number,
      Kind<?> kind,
      String subject,
      Moment happened,
      Moment recorded,
      Actor actor,
      Sha256 payload) {
    return new Envelope(
        FORMAT,
        town,
        number,
        kind.name(),
        kind.version(),
        subject,
        happened.micros(),
        happened.zone().getId(),
        recorded.micros(),
        recorded.zone().getId(),
        actor,
        payload);
  }
}
