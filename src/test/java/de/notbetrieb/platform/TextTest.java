package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a form with two languages does to a text that has more of them. */
class TextTest {
  private static final Text BEFORE =
      Text.of("Das Bad ist zu.", "The pool is closed.").with(Language.TR, "Havuz kapalı.");

  @Test
  void otherLanguagesStayWithTheGermanWordsThatTheyWereMadeOf() {
    assertThat(typed(" Das Bad ist zu.\r\n", "The pool is shut.").in(Language.TR))
        .contains("Havuz kapalı.");
    assertThat(typed("Das Bad ist zu.", "The pool is shut.").en()).contains("The pool is shut.");
    assertThat(typed("Das Bad ist zu.", "").en()).isEmpty();
  }

  @Test
  void changedGermanWordsHaveNoOldTranslation() {
    Text changed = typed("Das Bad ist offen.", "The pool is open.");
    assertThat(changed).isEqualTo(Text.of("Das Bad ist offen.", "The pool is open."));
  }

  @Test
  void theFormsLineEndsAreNoChange() {
    Text before = Text.of("Eins\nzwei").with(Language.IT, "Uno\ndue");
    assertThat(Text.typed("Eins\r\nzwei", "", List.of(before))).isEqualTo(before);
  }

  @Test
  void aParagraphKeepsItsTranslationsWhereverItStands() {
    List<Text> after =
        Text.typed(List.of("Neu.", "Das Bad ist zu."), List.of("New.", "Closed."), List.of(BEFORE));
    assertThat(after).containsExactly(Text.of("Neu.", "New."), BEFORE.with(Language.EN, "Closed."));
  }

  @Test
  void englishThatAFormCouldNotShowStays() {
    List<Text> before = List.of(BEFORE, Text.of("Die Halle auch."));
    assertThat(Text.typed(List.of("Das Bad ist zu.", "Die Halle auch."), List.of(), before))
        .isEqualTo(before);
    assertThat(Text.typed(List.of("Das Bad ist zu."), List.of(), List.of(BEFORE)).getFirst().en())
        .isEmpty();
  }

  private static Text typed(String german, String english) {
    return Text.typed(german, english, List.of(BEFORE));
  }
}
