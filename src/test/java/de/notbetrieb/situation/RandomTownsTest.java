package de.notbetrieb.situation;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.town.RandomTowns;
import de.notbetrieb.town.Town;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The generator must leave nothing out, or the properties say little. */
class RandomTownsTest {
  /** Put together by hand in the generator; their parts are filled one by one. */
  private static final Set<String> BY_HAND =
      Set.of("Town", "Need", "Situation", "Text", "Slug", "Service.steps");

  @Test
  void everyComponentOfATownAndItsSituationIsFilledSometime() {
    TreeSet<String> filled = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      RandomTowns towns = new RandomTowns(seed, RandomTowns.Size.SMALL);
      new RandomSituations(towns.records()).of(towns.town(false));
      filled.addAll(towns.records().filled());
    }
    TreeSet<String> components = new TreeSet<>();
    collect(Town.class, components);
    collect(Situation.class, components);

    components.removeAll(filled);
    assertThat(components).isEmpty();
  }

  private static void collect(Type type, Set<String> components) {
    if (type instanceof ParameterizedType generic) {
      collect(generic.getActualTypeArguments()[0], components);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      Class<?> owner = record.getDeclaringClass();
      String name = (owner == null ? "" : owner.getSimpleName() + ".") + record.getSimpleName();
      for (RecordComponent component : record.getRecordComponents()) {
        if (!BY_HAND.contains(name) && !components.add(name + "." + component.getName())) {
          return;
        }
        collect(component.getGenericType(), components);
      }
    }
  }
}
