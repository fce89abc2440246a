package de.notbetrieb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Am 17. November ist zu. Rufen Sie an. | 60 | Am 17. November ist zu. Rufen Sie an.",
        "Am 17. November ist zu. Rufen Sie an. | 30 | Am 17. November ist zu.",
        "Nur bei z. B. einer Reise. Zuerst anrufen. | 30 | Nur bei z. B. einer Reise.",
        "Ein Satz, der einfach kein Ende findet. | 20 | Ein Satz, der …",
      })
  void whatHasToBeShorterEndsWithASentenceIfOneFits(String words, int most, String said) {
    assertThat(PlainWords.sentences(words, most)).isEqualTo(said);
  }
}
