package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.journal.RequestId;
import de.notbetrieb.newsroom.Translation;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sentence is missing until a person has written and ticked it, and again when it changes. */
class TranslatingTest {
  private static final String PLACE = "UPDATES/bad/1";

  @TempDir Path data;
  private PublishingWorld world;
  private Translating translating;

  @BeforeEach
  void found() {
    world = PublishingWorld.founded(data);
    translating = new Translating(world.journal, world.editions);
    world.say("bad", "Das Bad ist zu.");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whatNobodyHasTranslatedIsListedWithItsPlace() {
    assertThat(open())
        .extracting(task -> task.said().text().de())
        .contains("Neues", "Das Bad ist zu.");
    assertThat(task("Das Bad ist zu.").said().place()).isEqualTo(PLACE);
    assertThat(translating.progress(TOWN, NOW))
        .extracting(Translating.Progress::language)
        .containsExactly(Language.EN);
  }

  @Test
  void onlyTickedWordsReachTheDraft() {
    write("Das Bad ist zu.", "The pool is closed.", false);
    assertThat(task("Das Bad ist zu.").written().orElseThrow().value().state())
        .isEqualTo(Translation.State.TRANSLATED);
    assertThat(inDraft()).isEmpty();

    write("Das Bad ist zu.", "The pool is closed.", true);
    assertThat(inDraft()).contains("The pool is closed.");
    assertThat(open())
        .extracting(task -> task.said().text().de())
        .doesNotContain("Das Bad ist zu.");
  }

  @Test
  void changedGermanWordsAreMissingAgainAndShowWhatStoodThere() {
    write("Das Bad ist zu.", "The pool is closed.", true);
    world.say("bad", "Das Bad ist offen.");

    assertThat(inDraft()).isEmpty();
    assertThat(task("Das Bad ist offen.").before().map(Translation::words))
        .contains("The pool is closed.");
  }

  @Test
  void wordsWrittenBesideTheGermanOnesAreShownWhenTheseHaveChanged() {
    world.say("bad", Text.of("Das Bad ist zu.", "The pool is closed."));
    world.publish();
    world.say("bad", "Das Bad ist offen.");

    assertThat(task("Das Bad ist offen.").before().map(Translation::words))
        .contains("The pool is closed.");
    assertThat(translating.progress(TOWN, NOW))
        .extracting(Translating.Progress::old)
        .containsExactly(1);
    assertThat(inDraft()).isEmpty();
  }

  @Test
  void aServiceAddedWithoutTranslationsShowsExactlyWhatIsMissing() throws IOException {
    world.say("bad", Text.of("Das Bad ist zu.", "The pool is closed."));
    world.publish();
    world.bringIn(
        """
        services:
          - id: hund-anmelden
            name: Hund anmelden
            lifeSituation: wohnen
            words: {de: [hund]}
            waysIn: [schalter]
            fee: Das kostet nichts.
        """);

    Missing missing =
        Missing.of(
            world.editions.live(TOWN),
            world.editions.drafting().draft(TOWN, NOW, Optional.empty()));
    assertThat(missing.added())
        .extracting(one -> one.said().text().de())
        .containsExactly("Hund anmelden", "Das kostet nichts.");
    assertThat(missing.added()).allMatch(one -> one.languages().equals(List.of(Language.EN)));
    assertThat(missing.counts()).containsExactly(new Missing.Count(Language.EN, 3, 2));
    assertThat(open())
        .extracting(task -> task.said().text().de())
        .containsExactly("Neues", "Hund anmelden", "Das kostet nichts.");
  }

  @Test
  void withoutWordsItIsAskedForAndCannotBeTicked() {
    write("Das Bad ist zu.", "", false);
    assertThat(task("Das Bad ist zu.").written().orElseThrow().value().state())
        .isEqualTo(Translation.State.PENDING);
    assertThatThrownBy(() -> write("Das Bad ist zu.", " ", true)).isInstanceOf(Refused.class);
  }

  @Test
  void whoMayOnlyReadMayNotTranslate() {
    assertThatThrownBy(
            () ->
                translating.write(
                    TOWN,
                    world.person("lesen"),
                    RequestId.random(),
                    new Translation.Original("Das Bad ist zu.", PLACE),
                    Language.EN,
                    "The pool is closed.",
                    true,
                    0))
        .isInstanceOf(Refused.class);
  }

  private List<Translating.Task> open() {
    return translating.tasks(TOWN, Language.EN, NOW).stream()
        .filter(task -> !task.isDone())
        .toList();
  }

  private Translating.Task task(String german) {
    return translating.tasks(TOWN, Language.EN, NOW).stream()
        .filter(task -> task.said().text().de().equals(german))
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> inDraft() {
    return world.editions.drafting().draft(TOWN, NOW, Optional.empty()).updates().stream()
        .filter(update -> update.slug().value().equals("bad"))
        .flatMap(update -> update.body().stream())
        .flatMap(text -> text.en().stream())
        .findFirst();
  }

  private void write(String german, String words, boolean checked) {
    long seen = task(german).written().map(stored -> stored.entry()).orElse(0L);
    translating.write(
        TOWN,
        world.person("redaktion"),
        RequestId.random(),
        new Translation.Original(german, PLACE),
        Language.EN,
        words,
        checked,
        seen);
  }
}
