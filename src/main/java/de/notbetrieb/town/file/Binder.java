package de.notbetrieb.town.file;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Need;
import de.notbetrieb.town.Policy;
import de.notbetrieb.town.Service;
import de.notbetrieb.town.Visibility;
import de.notbetrieb.town.file.Located.Mapping;
import de.notbetrieb.town.file.Located.Scalar;
import de.notbetrieb.town.file.Located.Sequence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Binds a located tree to records: component names are the keys. It goes on after a mistake, so
 * that one reading finds them all.
 */
public final class Binder {
  private static final int MAX_ITEMS = 10_000;

  private final List<Problem> problems;
  private final Scalars scalars;
  private final List<Located.Position> onlyGerman = new ArrayList<>();

  public Binder(List<Problem> problems) {
    this.problems = problems;
    this.scalars = new Scalars(problems);
  }

  /** The record, unless something in it is wrong; every mistake is then among the problems. */
  public <R extends Record> Optional<R> bind(Located node, Class<R> type) {
    return value(node, type).map(type::cast);
  }

  /** Where the texts stand that have no English words. */
  List<Located.Position> onlyGerman() {
    return List.copyOf(onlyGerman);
  }

  private Optional<Object> value(Located node, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class
          ? list(node, inner).map(items -> items)
          : value(node, inner).map(Optional::of);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == Text.class) {
      return text(node).map(t -> t);
    }
    if (raw == Need.class) {
      return need(node).map(n -> n);
    }
    if (raw.isRecord() && raw != Slug.class) {
      return record(node, raw);
    }
    if (node instanceof Scalar scalar) {
      return scalars.value(scalar, raw);
    }
    problems.add(Problem.error(node.at(), "one-value"));
    return Optional.empty();
  }

  private Optional<List<Object>> list(Located node, Type inner) {
    if (node instanceof Scalar scalar && scalar.absent()) {
      return Optional.of(List.of());
    }
    if (!(node instanceof Sequence sequence)) {
      problems.add(Problem.error(node.at(), "a-list"));
      return Optional.empty();
    }
    if (sequence.items().size() > MAX_ITEMS) {
      problems.add(Problem.error(node.at(), "too-many", String.valueOf(MAX_ITEMS)));
      return Optional.empty();
    }
    List<Object> items = new ArrayList<>();
    for (Located item : sequence.items()) {
      value(item, inner).ifPresent(items::add);
    }
    return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
  }

  /** A bare sentence is German. */
  private Optional<Text> text(Located node) {
    if (node instanceof Scalar scalar) {
      onlyGerman.add(node.at());
      return scalars.words(scalar).map(Text::of);
    }
    if (!(node instanceof Mapping mapping)) {
      problems.add(Problem.error(node.at(), "a-text"));
      return Optional.empty();
    }
    List<String> codes = Arrays.stream(Language.values()).map(Language::code).toList();
    refuseUnknown(mapping, codes);
    Optional<String> german = words(mapping, "de");
    if (mapping.get("de").isEmpty()) {
      problems.add(Problem.error(mapping.at(), "german-missing"));
    }
    if (mapping.get("en").isEmpty()) {
      onlyGerman.add(mapping.at());
    }
    return german.map(words -> inEveryLanguage(mapping, Text.of(words)));
  }

  private Text inEveryLanguage(Mapping mapping, Text german) {
    Text text = german;
    for (Language language : Language.values()) {
      Optional<String> words =
          language == Language.DE ? Optional.empty() : words(mapping, language.code());
      text = words.isPresent() ? text.with(language, words.get()) : text;
    }
    return text;
  }

  private Optional<String> words(Mapping mapping, String language) {
    return mapping
        .get(language)
        .flatMap(
            node -> {
              if (node instanceof Scalar scalar) {
                return scalars.words(scalar);
              }
              problems.add(Problem.error(node.at(), "a-text"));
              return Optional.empty();
            });
  }

  /** A bare id is required. */
  private Optional<Need> need(Located node) {
    if (node instanceof Scalar scalar) {
      return scalars.value(scalar, Slug.class).map(id -> Need.required((Slug) id));
    }
    if (!(node instanceof Mapping mapping)) {
      problems.add(Problem.error(node.at(), "a-need"));
      return Optional.empty();
    }
    refuseUnknown(mapping, List.of("system", "anyOf", "strength"));
    Optional<Object> strength =
        mapping
            .get("strength")
            .map(found -> value(found, Need.Strength.class))
            .orElse(Optional.of(Need.Strength.REQUIRED));
    Optional<List<Slug>> systems = systems(mapping);
    if (strength.isEmpty() || systems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Need(systems.get(), (Need.Strength) strength.get()));
  }

  private Optional<List<Slug>> systems(Mapping mapping) {
    Optional<Located> one = mapping.get("system");
    Optional<Located> several = mapping.get("anyOf");
    if (one.isPresent() == several.isPresent()) {
      problems.add(Problem.error(mapping.at(), "a-need"));
      return Optional.empty();
    }
    if (one.isPresent()) {
      return value(one.get(), Slug.class).map(id -> List.of((Slug) id));
    }
    Optional<List<Object>> ids = list(several.get(), Slug.class);
    if (ids.isPresent() && ids.get().isEmpty()) {
      problems.add(Problem.error(several.get().at(), "a-need"));
      return Optional.empty();
    }
    return ids.map(all -> all.stream().map(Slug.class::cast).toList());
  }

  private Optional<Object> record(Located node, Class<?> type) {
    if (!(node instanceof Mapping mapping)) {
      problems.add(Problem.error(node.at(), "keys-and-values"));
      return Optional.empty();
    }
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(mapping, Arrays.stream(components).map(RecordComponent::getName).toList());
    Object[] arguments = new Object[components.length];
    boolean complete = true;
    for (int i = 0; i < components.length; i++) {
      Optional<Object> argument = component(mapping, components[i]);
      complete &= argument.isPresent();
      arguments[i] = argument.orElse("");
    }
    return complete ? construct(mapping, type, components, arguments) : Optional.empty();
  }

  private Optional<Object> component(Mapping mapping, RecordComponent component) {
    Optional<Located> node = mapping.get(component.getName()).filter(found -> !isAbsent(found));
    if (node.isPresent()) {
      return value(node.get(), component.getGenericType());
    }
    Optional<Object> usual = usual(component);
    if (usual.isEmpty()) {
      problems.add(Problem.error(mapping.at(), "key-missing", component.getName()));
    }
    return usual;
  }

  private static boolean isAbsent(Located node) {
    return node instanceof Scalar scalar && scalar.absent();
  }

  /** What holds when a key is left out; empty: it must be there. */
  private static Optional<Object> usual(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (type == List.class) {
      return Optional.of(List.of());
    }
    if (type == boolean.class) {
      return Optional.of(false);
    }
    if (type == Visibility.class) {
      return Optional.of(Visibility.PUBLIC);
    }
    if (type == Service.Words.class) {
      return Optional.of(Service.Words.NONE);
    }
    if (type == Service.Sentences.class) {
      return Optional.of(Service.Sentences.NONE);
    }
    if (type == Policy.class) {
      return Optional.of(Policy.USUAL);
    }
    if (type == java.time.ZoneId.class) {
      return Optional.of(java.time.ZoneId.of("Europe/Berlin"));
    }
    return Optional.empty();
  }

  private Optional<Object> construct(
      Mapping mapping, Class<?> type, RecordComponent[] components, Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Optional.of(type.getConstructor(types).newInstance(arguments));
    } catch (InvocationTargetException e) {
      problems.add(
          Problem.error(
              mapping.at(), "impossible", String.valueOf(e.getTargetException().getMessage())));
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type, e);
    }
  }

  private void refuseUnknown(Mapping mapping, List<String> known) {
    for (String key : mapping.values().keySet()) {
      if (!known.contains(key)) {
        problems.add(
            Problem.error(mapping.keyAt(key), "key-unknown", key)
                .meaning(Nearest.to(key, known).orElse("")));
      }
    }
  }
}
