package de.notbetrieb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen text and every refusal is there in German and in English. */
class TextsTest {
  private static final Path TEXTS = Path.of("src/main/resources/texts");

  static Stream<Path> germanBundles() throws IOException {
    return Files.list(TEXTS).filter(file -> file.toString().endsWith("_de.properties"));
  }

  @ParameterizedTest
  @MethodSource("germanBundles")
  void whatIsThereInGermanIsThereInEnglish(Path german) throws IOException {
    Path english = TEXTS.resolve(german.getFileName().toString().replace("_de.", "_en."));
    assertThat(keys(english)).isEqualTo(keys(german));
  }

  private static java.util.Set<String> keys(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts.stringPropertyNames();
  }
}
