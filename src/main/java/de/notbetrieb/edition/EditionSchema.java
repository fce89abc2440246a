package de.notbetrieb.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The JSON Schema (draft 2020-12) of {@code edition.json}, made from the records that are written
 * into it. Its version grows when a reader of the version before would misunderstand; a new key
 * does not do that, so readers pass over keys that they do not know.
 */
public final class EditionSchema {
  public static final int VERSION = 1;
  private static final String DEFINITIONS = "#/$defs/";

  private final Map<String, Object> definitions = new TreeMap<>();

  private EditionSchema() {}

  /** Canonical JSON. */
  public static String json() {
    EditionSchema schema = new EditionSchema();
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("$id", "urn:notbetrieb:edition:" + VERSION);
    whole.put("title", "edition.json, version " + VERSION);
    whole.putAll(schema.object(Edition.class));
    whole.put("$defs", schema.definitions);
    return Json.write(whole);
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> keys = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = key(component);
      keys.put(key, schema(component.getGenericType()));
      if (component.getType() != Optional.class) {
        required.add(key);
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", keys);
    object.put("required", required);
    return object;
  }

  /** A language's key is its code, which need not be a name in Java. */
  private static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Map<String, Object> inner = schema(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == List.class ? Map.of("type", "array", "items", inner) : inner;
    }
    return schema((Class<?>) type);
  }

  private Map<String, Object> schema(Class<?> type) {
    if (type == Slug.class) {
      return Map.of("type", "string", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength", 80);
    }
    if (type == Language.class) {
      return Map.of("enum", Arrays.stream(Language.values()).map(Language::code).toList());
    }
    if (type.isEnum()) {
      return Map.of("enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    return type.isRecord() ? reference(type) : scalar(type);
  }

  private static Map<String, Object> scalar(Class<?> type) {
    if (type == boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == int.class) {
      return Map.of("type", "integer", "minimum", 0);
    }
    if (type == LocalDate.class) {
      return Map.of("type", "string", "format", "date");
    }
    if (type == OffsetDateTime.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == URI.class) {
      return Map.of("type", "string", "format", "uri");
    }
    if (type == String.class || type == ZoneId.class) {
      return Map.of("type", "string");
    }
    throw new IllegalStateException("no schema for " + type);
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, object(type));
    }
    return Map.of("$ref", DEFINITIONS + name);
  }
}
