package de.notbetrieb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.HelpMode;
import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PaymentMeans;
import de.notbetrieb.edition.PublicTown;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.TimeSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhraseBookTest {
  private static final LocalDate TUESDAY = LocalDate.of(2023, 11, 21);
  private final PhraseBook german = PhraseBook.of(Language.DE);
  private final PhraseBook english = PhraseBook.of(Language.EN);

  @ParameterizedTest
  @EnumSource
  void everyStructuredValueHasItsWord(Language language) {
    Map<String, Enum<?>[]> values =
        Map.of(
            "state", ServiceState.values(),
            "symbol", ServiceState.values(),
            "way", WayInState.values(),
            "kind", WayInKind.values(),
            "office", OfficeState.values(),
            "payment", PaymentMeans.values(),
            "mode", HelpMode.values(),
            "purpose", Purpose.values(),
            "genuine", PublicTown.Genuine.Kind.values());
    PhraseBook book = PhraseBook.of(language);
    values.forEach(
        (key, all) ->
            assertThat(Arrays.stream(all).map(one -> book.name(key, one))).doesNotHaveDuplicates());
  }

  @Test
  void timesAreSaidAsOnTheDayOfTheReader() {
    OffsetDateTime at = OffsetDateTime.parse("2023-11-21T16:00:00+01:00");
    assertThat(german.moment(at)).isEqualTo("Dienstag, 21. November 2023, 16:00 Uhr");
    assertThat(german.moment(at, Optional.of(TUESDAY))).isEqualTo("heute, 16:00 Uhr");
    assertThat(german.moment(at, Optional.of(TUESDAY.plusDays(1)))).isEqualTo("gestern, 16:00 Uhr");
    assertThat(german.moment(at, Optional.of(TUESDAY.plusDays(2))))
        .isEqualTo("Dienstag, 21. November, 16:00 Uhr");
    assertThat(german.deadline(at, Optional.of(TUESDAY.minusDays(1))))
        .isEqualTo("morgen, Dienstag, bis 16:00 Uhr");
    assertThat(english.deadline(at, Optional.empty())).isEqualTo("Tuesday, 21 November, by 16:00");
  }

  @Test
  void daysAreSaidAsEachLanguageSaysThem() {
    OffsetDateTime at = OffsetDateTime.parse("2023-11-21T16:00:00+01:00");
    assertThat(english.moment(at)).isEqualTo("Tuesday, 21 November 2023, 16:00");
    assertThat(PhraseBook.of(Language.SIMPLE).day(TUESDAY)).isEqualTo("Dienstag, 21. November");
    assertThat(PhraseBook.of(Language.TR).day(TUESDAY)).isEqualTo("21 Kasım Salı");
    assertThat(PhraseBook.of(Language.UK).day(TUESDAY)).isEqualTo("вівторок, 21 листопада");
    // which narrow space it is differs between releases of the CLDR
    assertThat(PhraseBook.of(Language.RU).date(TUESDAY))
        .matches("21 ноября 2023[\u00a0\u202f]г\\.");
    assertThat(PhraseBook.of(Language.PL).day(TUESDAY)).isEqualTo("wtorek, 21 listopada");
    assertThat(PhraseBook.of(Language.RO).day(TUESDAY)).isEqualTo("marți, 21 noiembrie");
    assertThat(PhraseBook.of(Language.FR).day(TUESDAY)).isEqualTo("mardi 21 novembre");
    assertThat(PhraseBook.of(Language.IT).day(TUESDAY)).isEqualTo("martedì 21 novembre");
    assertThat(PhraseBook.of(Language.AR).day(TUESDAY)).isEqualTo("الثلاثاء، 21 نوفمبر");
  }

  @Test
  void hoursSayWhenItOpensAgain() {
    OpenDay open =
        new OpenDay(
            TUESDAY, List.of(new TimeSpan(480, 720), new TimeSpan(840, 990)), Optional.empty());
    OpenDay closed = new OpenDay(TUESDAY.minusDays(1), List.of(), Optional.empty());
    List<OpenDay> days = List.of(closed, open);
    assertThat(german.hours(days, TUESDAY)).isEqualTo("8 bis 12 und 14 bis 16:30 Uhr");
    assertThat(german.hours(days, TUESDAY.minusDays(1)))
        .isEqualTo("geschlossen, wieder Dienstag 8 bis 12 und 14 bis 16:30 Uhr");
    assertThat(english.hours(days, TUESDAY)).isEqualTo("8:00 to 12:00 and 14:00 to 16:30");
    assertThat(german.hours(List.of(), TUESDAY)).isEqualTo("nicht angegeben");
  }

  @Test
  void aValueWithBracesIsLeftAsItIs() {
    assertThat(german.say("title", "{1}", "x")).isEqualTo("{1} · x");
  }
}
