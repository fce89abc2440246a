package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.app.EveryKind;
import de.notbetrieb.edition.PublicFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that is not public is in any public byte, whatever the town, the situation and the words. */
class WallTest {
  private static final Declared DECLARED = Declared.read();

  @Test
  void everyComponentThatIsWrittenDownIsDeclared() {
    TreeSet<String> written = new TreeSet<>();
    EveryKind.all().forEach(kind -> written.addAll(Declared.of(kind.type())));

    TreeSet<String> undeclared = new TreeSet<>(written);
    undeclared.removeAll(DECLARED.components().keySet());
    TreeSet<String> gone = new TreeSet<>(DECLARED.components().keySet());
    gone.removeAll(written);
    assertThat(undeclared).as("to be declared in wall/components.txt").isEmpty();
    assertThat(gone).as("declared, but no longer written down").isEmpty();
  }

  @Test
  void everyHiddenComponentOfATownIsPlantedAndEveryPlantedOneIsDeclared() {
    TreeSet<String> planted = new TreeSet<>(Canaries.dates());
    for (long seed = 0; seed < 20; seed++) {
      planted.addAll(new Canaries(seed, DECLARED).records.planted().values());
    }
    TreeSet<String> hidden = new TreeSet<>(DECLARED.hidden());
    hidden.removeIf(PublishedByPeopleTest.BY_HAND::contains);

    assertThat(planted).containsAll(hidden);
    planted.removeIf(one -> DECLARED.isHidden(one) || DECLARED.isPublic(one));
    assertThat(planted).as("holds words, so it is hidden or public").isEmpty();
  }

  @Test
  void fourRandomTownsLeakNothing() {
    leakNothing(0, 4);
  }

  @Test
  @Tag("long")
  void aHundredRandomTownsLeakNothing() {
    leakNothing(4, 104);
  }

  /** Otherwise the search would prove nothing. */
  @Test
  void theSearchFindsWhatIsPublicInEveryFormOfAFile() {
    Canaries canaries =
        new Canaries(1, new Declared(new TreeMap<>(Map.of("Profile.name", "hidden"))));
    for (String ending : Set.of(".json", ".json.gz", ".html.br", ".txt", ".pdf")) {
      assertThat(files(canaries).stream())
          .filteredOn(file -> file.path().endsWith(ending))
          .as(ending)
          .anySatisfy(
              file ->
                  assertThat(PublicWords.in(file))
                      .anySatisfy(
                          text ->
                              assertThat(canaries.foundIn(text))
                                  .anyMatch(one -> one.endsWith("Profile.name"))));
    }
  }

  private static void leakNothing(long from, long to) {
    TreeSet<String> leaks = new TreeSet<>();
    long files = 0;
    for (long one = from; one < to; one++) {
      long seed = one;
      Canaries canaries = new Canaries(seed, DECLARED);
      // a file and what its neighbours unpack to say the same: it is searched once
      Set<String> searched = new HashSet<>();
      for (PublicFile file : files(canaries)) {
        files++;
        PublicWords.in(file).stream()
            .filter(searched::add)
            .flatMap(text -> canaries.foundIn(text).stream())
            .forEach(word -> leaks.add("seed " + seed + ", " + file.path() + ": " + word));
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(files).isGreaterThan((to - from) * 100);
  }

  private static List<PublicFile> files(Canaries town) {
    return RandomPackages.of(town);
  }
}
