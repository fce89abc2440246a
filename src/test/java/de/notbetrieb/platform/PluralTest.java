package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples from the plural rules of the Unicode CLDR. */
class PluralTest {
  private static final List<Long> NUMBERS =
      Arrays.stream(
              "0 1 2 3 5 10 11 12 14 19 20 21 22 25 99 100 101 102 111 1000 1000000".split(" "))
          .map(Long::valueOf)
          .toList();

  @ParameterizedTest
  @CsvSource({
    "de,          o 1 o o o o o o o o o o o o o o o o o o o",
    "de-x-simple, o 1 o o o o o o o o o o o o o o o o o o o",
    "en,          o 1 o o o o o o o o o o o o o o o o o o o",
    "tr,          o 1 o o o o o o o o o o o o o o o o o o o",
    "fr,          1 1 o o o o o o o o o o o o o o o o o o m",
    "it,          o 1 o o o o o o o o o o o o o o o o o o m",
    "ro,          f 1 f f f f f f f f o o o o o o f f f o o",
    "pl,          m 1 f f m m m m m m m m f m m m m f m m m",
    "ru,          m 1 f f m m m m m m m 1 f m m m 1 f m m m",
    "uk,          m 1 f f m m m m m m m 1 f m m m 1 f m m m",
    "ar,          0 1 2 f f f m m m m m m m m m o o o m o o"
  })
  void eachLanguageHasItsKindsOfPlural(String code, String kinds) {
    Language language = Language.ofCode(code).orElseThrow();
    assertThat(
            NUMBERS.stream()
                .map(number -> letter(Plural.of(language, number)))
                .collect(Collectors.joining(" ")))
        .isEqualTo(kinds);
  }

  private static String letter(Plural plural) {
    return switch (plural) {
      case ZERO -> "0";
      case ONE -> "1";
      case TWO -> "2";
      case FEW, MANY, OTHER -> plural.name().substring(0, 1).toLowerCase(Locale.ROOT);
    };
  }
}
