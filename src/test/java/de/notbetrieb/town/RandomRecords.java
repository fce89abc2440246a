package de.notbetrieb.town;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Fills every component of any record at random, the same for the same seed. Words are unique and
 * remembered with the component that holds them. A component that refers to something by its id
 * needs a rule; without one it fails, so that a new field cannot be forgotten.
 */
public final class RandomRecords {
  private static final OffsetDateTime EPOCH = OffsetDateTime.parse("2023-11-17T07:25:00+01:00");

  private final Random random;
  private final Map<String, Supplier<?>> rules = new HashMap<>();
  private final Map<String, String> planted = new LinkedHashMap<>();
  private final TreeSet<String> filled = new TreeSet<>();
  private int words;

  public RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  /** How to fill that component, named as in {@code Service.lifeSituation}. */
  public RandomRecords rule(String component, Supplier<?> value) {
    rules.put(component, value);
    return this;
  }

  /** Every word that was written, and the component it stands in. */
  public Map<String, String> planted() {
    return planted;
  }

  /** The components that have held a value: an empty list or Optional does not count. */
  public TreeSet<String> filled() {
    return filled;
  }

  public <R extends Record> R fill(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = name(type) + "." + components[i].getName();
      Supplier<?> rule = rules.get(name);
      values[i] = rule != null ? rule.get() : value(components[i].getGenericType(), name);
      if (!values[i].equals(List.of()) && !values[i].equals(Optional.empty())) {
        filled.add(name);
      }
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot fill " + type, e);
    }
  }

  /** A word that occurs once in all of it. */
  public String word(String component) {
    String word = "Wort" + component.replaceAll("[^A-Za-z]", "") + (100_000 + words++);
    planted.put(word, component);
    return word;
  }

  public Text text(String component) {
    Text text = Text.of(word(component));
    for (Language language : Language.values()) {
      boolean there = random.nextInt(4) > (language == Language.EN ? 0 : 2);
      text = language != Language.DE && there ? text.with(language, word(component)) : text;
    }
    return text;
  }

  /** A digit string of its own, planted too. */
  public String digits(String component, String prefix, int count) {
    String digits = prefix + String.format(Locale.ROOT, "%0" + count + "d", 10_000 + words++);
    planted.put(digits, component);
    return digits;
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** At most that many, each once. */
  public <T> List<T> some(List<T> of, int most) {
    List<T> chosen = new ArrayList<>();
    for (int i = random.nextInt(Math.min(most, of.size()) + 1); i > 0; i--) {
      T next = one(of);
      if (!chosen.contains(next)) {
        chosen.add(next);
      }
    }
    return chosen;
  }

  private Object value(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class ? optional(inner, name) : list(inner, name);
    }
    return plain((Class<?>) type, name);
  }

  private Optional<?> optional(Type inner, String name) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(inner, name));
  }

  private List<?> list(Type inner, String name) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Object item = value(inner, name);
      if (!items.contains(item)) {
        items.add(item);
      }
    }
    return items;
  }

  private Object plain(Class<?> type, String name) {
    if (type == Text.class) {
      return text(name);
    }
    if (type == Slug.class) {
      throw new AssertionError(name + " refers to something: RandomTowns needs a rule for it");
    }
    if (type.isRecord()) {
      return fill(type.asSubclass(Record.class));
    }
    if (type.isEnum()) {
      return one(Arrays.asList(type.getEnumConstants()));
    }
    return switch (type.getSimpleName()) {
      case "String" -> word(name);
      case "boolean" -> random.nextBoolean();
      case "int" -> 1 + random.nextInt(168);
      case "LocalDate" -> LocalDate.of(2023, 11, 1).plusDays(random.nextInt(60));
      case "OffsetDateTime" -> EPOCH.plusMinutes(random.nextInt(20_000));
      case "URI" -> URI.create("https://" + word(name).toLowerCase(Locale.ROOT) + ".example");
      case "ZoneId" -> ZoneId.of("Europe/Berlin");
      case "Language" -> Language.DE;
      default -> throw new AssertionError(name + ": how is a " + type + " filled?");
    };
  }

  /** Nested records are named with their owner: {@code Service.Step}. */
  private static String name(Class<?> type) {
    Class<?> owner = type.getDeclaringClass();
    return owner == null
        ? type.getSimpleName()
        : owner.getSimpleName() + "." + type.getSimpleName();
  }
}
