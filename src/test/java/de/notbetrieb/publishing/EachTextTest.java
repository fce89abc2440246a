package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of an edition goes past the translation, also one that is added later. */
class EachTextTest {
  private static final Pattern GERMAN = Pattern.compile("\"de\":\"([^\"]*)\"");
  private static final EachText CHANGED = new EachText(text -> Text.of("changed"));

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyTextIsChanged(long seed) {
    Edition edition = RandomEditions.full(seed, text -> text);
    List<Object> changed =
        Stream.<Stream<?>>of(
                edition.services().stream().map(CHANGED::of).map(PublicService::withoutSearchWords),
                edition.offices().stream().map(CHANGED::of),
                edition.contacts().stream().map(CHANGED::of),
                edition.units().stream().map(CHANGED::of),
                edition.lifeSituations().stream().map(CHANGED::of),
                edition.notices().stream().map(CHANGED::of),
                edition.runningNormally().stream().map(CHANGED::of),
                edition.updates().stream().map(CHANGED::of),
                edition.answers().stream().map(CHANGED::of))
            .<Object>flatMap(all -> all)
            .toList();
    String json = Json.write(changed);
    assertThat(GERMAN.matcher(json).results().map(found -> found.group(1)).distinct())
        .containsExactly("changed");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNoTextStaysAsItIs(long seed) {
    EachText same = new EachText(text -> text);
    Edition edition = RandomEditions.full(seed, text -> text);
    assertThat(edition.services().stream().map(same::of).toList()).isEqualTo(edition.services());
    assertThat(edition.offices().stream().map(same::of).toList()).isEqualTo(edition.offices());
    assertThat(edition.contacts().stream().map(same::of).toList()).isEqualTo(edition.contacts());
    assertThat(edition.updates().stream().map(same::of).toList()).isEqualTo(edition.updates());
  }
}
