package de.notbetrieb.town.file;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Town;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The town file's JSON Schema (draft 2020-12), from the same records that the reader binds: an
 * editor shows keys and words as they are typed. What only the whole file shows (references,
 * cycles, hours, numbers) the command {@code check} says.
 */
public final class Schema {
  private static final String DEFINITIONS = "#/$defs/";

  private final Map<String, Object> definitions = new TreeMap<>();

  private Schema() {}

  /**
   * The schema.
   *
   * @param situation the records whose keys the part {@code situation} has
   */
  public static Map<String, Object> of(Collection<Class<? extends Record>> situation) {
    Schema schema = new Schema();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("template", Map.of("const", TownFile.USUAL_TOWN));
    keys.putAll(schema.keys(Town.class));
    Map<String, Object> parts = new LinkedHashMap<>();
    situation.forEach(part -> parts.putAll(schema.keys(part)));
    keys.put("situation", object(parts));
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("title", "Stadtdatei");
    whole.putAll(object(keys));
    whole.put("$defs", schema.definitions);
    return whole;
  }

  /** Nothing is required: what a file leaves out, the template may say. */
  private Map<String, Object> keys(Class<?> type) {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.put(component.getName(), schema(component.getGenericType()));
    }
    return keys;
  }

  private static Map<String, Object> object(Map<String, Object> keys) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.put("properties", keys);
    return object;
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Map<String, Object> inner = schema(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == List.class
          ? Map.of("type", List.of("array", "null"), "items", inner)
          : inner;
    }
    return schema((Class<?>) type);
  }

  private Map<String, Object> schema(Class<?> type) {
    if (type == Text.class) {
      definitions.putIfAbsent("Text", text());
      return Map.of("$ref", DEFINITIONS + "Text");
    }
    if (type == Need.class) {
      return need();
    }
    if (type == Slug.class) {
      return Map.of("type", "string", "pattern", "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength", 80);
    }
    if (type.isRecord()) {
      return reference(type);
    }
    if (type == Language.class) {
      return Map.of("enum", Arrays.stream(Language.values()).map(Language::code).toList());
    }
    if (type.isEnum()) {
      List<?> constants = List.of(type.getEnumConstants());
      return Map.of("enum", constants.stream().map(Scalars::camelCase).toList());
    }
    return scalar(type);
  }

  private static Map<String, Object> scalar(Class<?> type) {
    if (type == boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == int.class) {
      return Map.of("type", "integer");
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
    return Map.of("type", List.of("string", "number"));
  }

  /** A bare sentence is German. */
  private static Map<String, Object> text() {
    Map<String, Object> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.code(), Map.of("type", "string"));
    }
    Map<String, Object> object = new LinkedHashMap<>(object(languages));
    object.put("required", List.of(Language.DE.code()));
    return Map.of("anyOf", List.of(Map.of("type", "string"), object));
  }

  /** A bare id is required. */
  private Map<String, Object> need() {
    Map<String, Object> id = schema(Slug.class);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("system", id);
    keys.put("anyOf", Map.of("type", "array", "items", id, "minItems", 1));
    keys.put("strength", schema(Need.Strength.class));
    return Map.of("anyOf", List.of(id, object(keys)));
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      Map<String, Object> keys = new LinkedHashMap<>(keys(type));
      if (keys.containsKey("id")) {
        keys.put("leaveOut", Map.of("type", "boolean"));
      }
      Map<String, Object> object = new LinkedHashMap<>(object(keys));
      List<String> needed = new ArrayList<>();
      if (keys.containsKey("id") && keys.containsKey("formerly")) {
        needed.add("id");
        object.put("required", needed);
      }
      definitions.put(name, object);
    }
    return Map.of("$ref", DEFINITIONS + name);
  }
}
