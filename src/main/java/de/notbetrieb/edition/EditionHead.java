package de.notbetrieb.edition;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Slug;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The few facts of edition.json that whoever checks or serves an edition needs. Reads editions of
 * later versions too: whatever else stands there is passed over.
 */
public record EditionHead(
    Slug town,
    String townName,
    URI publicAddress,
    ZoneId zone,
    int number,
    Purpose purpose,
    OffsetDateTime asOf,
    Optional<OffsetDateTime> nextWordDue,
    Optional<String> previous) {
  public static final String FILE_NAME = "edition.json";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> KEYS =
      Set.of("town", "number", "purpose", "asOf", "nextWordDue", "previous");

  /** Reads the head of an edition.json, whose name is for the complaint. */
  public static EditionHead parse(String name, byte[] bytes) {
    try {
      JsonNode edition = top(bytes);
      JsonNode town = edition.path("town");
      return new EditionHead(
          Slug.of(town.required("slug").asString()),
          town.required("name").asString(),
          URI.create(town.required("publicAddress").asString()),
          ZoneId.of(town.required("zone").asString()),
          edition.required("number").asInt(),
          Purpose.valueOf(edition.required("purpose").asString()),
          OffsetDateTime.parse(edition.required("asOf").asString()),
          words(edition, "nextWordDue").map(OffsetDateTime::parse),
          words(edition, "previous"));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new Damage(name, "an edition in JSON", "something else: " + e.getMessage(), e);
    }
  }

  /**
   * The few keys of the whole that are wanted. The rest of a large town would take twenty times its
   * bytes as a tree.
   */
  private static JsonNode top(byte[] bytes) {
    ObjectNode top = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(bytes)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        if (KEYS.contains(key)) {
          top.set(key, (JsonNode) parser.readValueAsTree());
        } else {
          parser.skipChildren();
        }
      }
    }
    return top;
  }

  private static Optional<String> words(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}
