package de.notbetrieb.town;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.file.TownFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual German town: complete, in both languages, and nothing said that has no ground. */
class TemplateTest {
  private static final String SMALLEST =
      """
      template: usual-german-town
      town:
        id: musterstadt
        name: Stadt Musterstadt
        publicAddress: https://musterstadt.example
        responsible: Hauptamt
      holidays:
        state: bw
      """;
  private static final Pattern EMERGENCY = Pattern.compile("\\b(110|112)\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d{3,}");
  private static final Pattern GRANTS =
      Pattern.compile(
          "(?iu)kostenlos|gebührenfrei|verlänger|entfällt|garantier|ausgezahlt|anerkannt"
              + "|free of charge|extended deadline|guarantee|\\bwaive");
  private static final Pattern JARGON =
      Pattern.compile("(?iu)hacker|ransom|malware|server|firewall|backup|verschlüssel");

  private final TownFile file =
      TownFile.read("town.yaml", SMALLEST.getBytes(StandardCharsets.UTF_8));
  private final Town town = file.town().orElseThrow();

  @Test
  void aTownThatSaysOnlyWhoItIsHasNoMistakes() {
    assertThat(file.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo/moessingen.yaml", "demo/beispielstadt.yaml"})
  void townsThatStandOnItHaveNoMistakes(String path) {
    assertThat(TownFile.read(Path.of(path)).problems()).isEmpty();
  }

  @Test
  void itHoldsWhatATownHallDoesAndNeeds() {
    assertThat(town.services()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(town.systems()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(town.fallbacks()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(town.services().stream().filter(TemplateTest::isDeep))
        .hasSizeGreaterThanOrEqualTo(20);
    assertThat(town.lifeSituations().stream().filter(LifeSituation::often)).hasSize(6);
  }

  @Test
  void everyServiceIsFoundByEverydayWordsInBothLanguages() {
    assertThat(
            names(
                service ->
                    Math.min(service.words().de().size(), service.words().en().size())
                        < (isDeep(service) ? 12 : 4)))
        .isEmpty();
  }

  @Test
  void everyServiceHasAWayInOrAnotherBodyThatDoesIt() {
    assertThat(names(s -> s.waysIn().isEmpty() && s.competent().isEmpty())).isEmpty();
  }

  @Test
  void whatCanFailSaysWhatThenHolds() {
    assertThat(
            names(
                s ->
                    !(s.needs().isEmpty() && s.steps().isEmpty())
                        && (s.sentences().limited().isEmpty()
                            || s.sentences().unknown().isEmpty()
                            || s.sentences().unavailable().isEmpty())))
        .isEmpty();
  }

  @Test
  void everyKeyOfTheServiceCatalogueHasFourteenDigits() {
    assertThat(names(s -> s.leikaKey().filter(key -> !key.matches("99\\d{12}")).isPresent()))
        .isEmpty();
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    assertThat(texts(town).filter(text -> text.in(Language.EN).isEmpty()).map(Text::de)).isEmpty();
  }

  @Test
  void noSentenceCarriesATelephoneNumber() {
    assertThat(sentences().filter(words -> NUMBER.matcher(withoutEmergency(words)).find()))
        .isEmpty();
  }

  @Test
  void noSentenceGrantsWithoutAPromise() {
    Set<String> promised =
        town.fallbacks().stream()
            .filter(fallback -> fallback.promise().isPresent())
            .flatMap(fallback -> fallback.sentence().all())
            .collect(Collectors.toSet());

    assertThat(
            sentences()
                .filter(words -> !promised.contains(words))
                .filter(words -> GRANTS.matcher(words).find()))
        .isEmpty();
  }

  @Test
  void noSentenceSpeaksLikeAComputerOrAnAttacker() {
    assertThat(sentences().filter(words -> JARGON.matcher(words).find())).isEmpty();
  }

  @Test
  void everyKeyHasARowInTheCatalogue() throws IOException {
    String rows = Files.readString(Path.of("src/test/resources/leika/municipal-services.csv"));

    assertThat(names(s -> s.leikaKey().filter(key -> !rows.contains("," + key + ",")).isPresent()))
        .isEmpty();
  }

  private static boolean isDeep(Service service) {
    return !service.steps().isEmpty() && !service.papers().isEmpty();
  }

  private static String withoutEmergency(String words) {
    return EMERGENCY.matcher(words).replaceAll("");
  }

  private List<String> names(Predicate<Service> those) {
    return town.services().stream().filter(those).map(s -> s.id().value()).toList();
  }

  /** What residents are told to do, in every language. */
  private Stream<String> sentences() {
    Stream<Text> own =
        town.services().stream()
            .flatMap(
                s ->
                    Stream.of(
                            texts(s.sentences()),
                            texts(s.steps()),
                            texts(s.cutOffs()),
                            texts(s.variations()))
                        .flatMap(all -> all));
    return Stream.concat(own, town.fallbacks().stream().map(Fallback::sentence)).flatMap(Text::all);
  }

  private static Stream<Text> texts(Object value) {
    List<Text> found = new ArrayList<>();
    collect(value, found);
    return found.stream();
  }

  private static void collect(Object value, List<Text> found) {
    switch (value) {
      case Text text -> found.add(text);
      case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, found));
      case Collection<?> all -> all.forEach(one -> collect(one, found));
      case Record holder -> {
        for (RecordComponent component : holder.getClass().getRecordComponents()) {
          collect(read(holder, component), found);
        }
      }
      default -> {}
    }
  }

  private static Object read(Record holder, RecordComponent component) {
    try {
      return component.getAccessor().invoke(holder);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
