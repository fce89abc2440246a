package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.newsroom.Translation.State;
import de.notbetrieb.newsroom.Translations;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Moment;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InTheTownsLanguagesTest {
  private static final Moment NOW =
      new Moment(Instant.parse("2023-11-21T15:00:00Z"), ZoneId.of("Europe/Berlin"));
  private static final List<Language> CHOSEN = List.of(Language.DE, Language.EN, Language.TR);

  @Test
  void whatStandsBesideTheGermanWordsComesFirst() {
    Text written = Text.of("Das Bad ist zu.", "The pool is closed.");
    assertThat(words(checked("Das Bad ist zu.", Language.EN, "Shut.")).of(written).en())
        .contains("The pool is closed.");
  }

  @Test
  void onlyWhatAPersonHasCheckedIsSaid() {
    Text written = Text.of("Das Bad ist zu.");
    for (State state : State.values()) {
      Translations some =
          translations(
              new Translation(
                  written.de(),
                  Language.TR,
                  state == State.PENDING ? "" : "Havuz kapalı.",
                  state,
                  "updates/bad"));
      assertThat(words(some).of(written).tr())
          .isEqualTo(state == State.CHECKED ? Optional.of("Havuz kapalı.") : Optional.empty());
    }
  }

  @Test
  void changedGermanWordsLeaveTheirTranslationBehind() {
    Translations some = checked("Das Bad ist zu.", Language.TR, "Havuz kapalı.");
    assertThat(words(some).of(Text.of("Das Bad ist offen.")).tr()).isEmpty();
    assertThat(some.outOfDate("updates/bad", "Das Bad ist offen.", Language.TR))
        .map(stored -> stored.value().words())
        .contains("Havuz kapalı.");
    assertThat(some.outOfDate("updates/bad", "Das Bad ist zu.", Language.TR)).isEmpty();
  }

  @Test
  void theProgramTranslatesExactlyTheSentencesOfItsTemplate() {
    assertThat(words(Translations.none()).of(Text.of("Rathaus")).tr()).isPresent();
    assertThat(words(Translations.none()).of(Text.of("Rathaus am Markt")).tr()).isEmpty();
  }

  @Test
  void aLanguageThatTheTownHasNotChosenIsLeftOut() {
    Text own = OwnWords.text("outage");
    assertThat(own.pl()).isPresent();
    assertThat(words(Translations.none()).of(own).pl()).isEmpty();
    assertThat(words(Translations.none()).of(own).tr()).isEqualTo(own.tr());
  }

  @Test
  void sentencesReadTogetherAreTranslatedEach() {
    Optional<Text> both =
        words(Translations.none()).joined(List.of(OwnWords.text("outage"), Text.of("Rathaus")));
    assertThat(both.orElseThrow().tr().orElseThrow())
        .startsWith(OwnWords.text("outage").tr().orElseThrow() + " ");
    assertThat(
            words(Translations.none())
                .joined(List.of(OwnWords.text("outage"), Text.of("Niemand kennt das.")))
                .orElseThrow()
                .tr())
        .isEmpty();
  }

  private static InTheTownsLanguages words(Translations translations) {
    return new InTheTownsLanguages(CHOSEN, translations);
  }

  private static Translations checked(String german, Language language, String words) {
    return translations(new Translation(german, language, words, State.CHECKED, "updates/bad"));
  }

  private static Translations translations(Translation... all) {
    return Translations.of(
        Stream.of(all)
            .map(one -> new Stored<>(one.id(), 1, NOW, NOW, Actor.PROGRAM, one))
            .toList());
  }
}
