package de.notbetrieb;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Plural;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the public reads is there in every language, with the same places for values. */
class CompleteInEveryLanguageTest {
  private static final Path TEXTS = Path.of("src/main/resources/texts");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern PLURAL =
      Pattern.compile(
          Arrays.stream(Plural.values())
              .map(Plural::ending)
              .map(Pattern::quote)
              .reduce((one, other) -> one + "|" + other)
              .map(endings -> "(?:" + endings + ")$")
              .orElseThrow());

  static Stream<Path> bundles() {
    return Stream.of("channel", "channel-text", "channel-paper", "edge", "facts")
        .flatMap(
            bundle ->
                Arrays.stream(Language.values())
                    .map(
                        language -> TEXTS.resolve(bundle + "_" + language.code() + ".properties")));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyPhraseIsThereWithTheSamePlaces(Path bundle) throws IOException {
    Properties german =
        phrases(TEXTS.resolve(bundle.getFileName().toString().replaceAll("_.*", "_de.properties")));
    Properties here = phrases(bundle);
    assertThat(german.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(places(here.getProperty(key, "(missing)")))
                    .as(key)
                    .isEqualTo(places(german.getProperty(key))));
    assertThat(here.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(
                        german.containsKey(key)
                            || german.containsKey(PLURAL.matcher(key).replaceFirst("")))
                    .as("a phrase that German does not have: " + key)
                    .isTrue());
    assertThat(german.stringPropertyNames())
        .filteredOn(key -> !german.getProperty(key).isBlank())
        .allSatisfy(key -> assertThat(here.getProperty(key, "")).as(key).isNotBlank());
  }

  private static List<String> places(String phrase) {
    return PLACE.matcher(phrase).results().map(MatchResult::group).distinct().sorted().toList();
  }

  private static Properties phrases(Path file) throws IOException {
    Properties phrases = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        phrases.load(reader);
      }
    }
    return phrases;
  }
}
