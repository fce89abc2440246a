package de.notbetrieb.publishing;

import de.notbetrieb.edition.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the file {@code wall/components.txt} says of every component: hidden, public, wordless. */
record Declared(TreeMap<String, String> components) {
  private static final Path FILE = Path.of("src/test/resources/wall/components.txt");

  static Declared read() {
    TreeMap<String, String> components = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        if (!line.startsWith("#")) {
          String[] words = line.split(" ");
          components.put(words[1], words[0]);
        }
      }
      return new Declared(components);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isHidden(String component) {
    return "hidden".equals(components.get(component));
  }

  boolean isPublic(String component) {
    return "public".equals(components.get(component));
  }

  Set<String> hidden() {
    return components.keySet().stream().filter(this::isHidden).collect(Collectors.toSet());
  }

  /** The components of a record and of the records in it, named as in {@code Service.Step.name}. */
  static TreeSet<String> of(Class<?> type) {
    TreeSet<String> names = new TreeSet<>();
    collect(type, names);
    return names;
  }

  private static void collect(Type type, Set<String> names) {
    if (type instanceof ParameterizedType generic) {
      collect(generic.getActualTypeArguments()[0], names);
    } else if (type instanceof Class<?> one && one.isRecord() && isOurs(one)) {
      Class<?> owner = one.getDeclaringClass();
      String name = (owner == null ? "" : owner.getSimpleName() + ".") + one.getSimpleName();
      for (RecordComponent component : one.getRecordComponents()) {
        if (!names.add(name + "." + component.getName())) {
          return;
        }
        collect(component.getGenericType(), names);
      }
    }
  }

  /** An edition is public already; the platform's records are values. */
  private static boolean isOurs(Class<?> type) {
    String room = type.getPackageName();
    return !room.equals(Edition.class.getPackageName()) && !room.endsWith(".platform");
  }
}
