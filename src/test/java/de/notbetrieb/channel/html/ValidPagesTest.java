package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.HtmlCheck;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Nu validator and plain reason demand of every page. */
class ValidPagesTest {
  /** The validator guesses the language by the words, which says nothing of words by chance. */
  private static final String GUESSED_LANGUAGE = "This document appears to be written in";

  /** What proves an edition and therefore stands beside its channels. */
  private static final List<String> PROOFS =
      List.of(
          "edition.json",
          "SHA256SUMS",
          "SHA256SUMS.minisig",
          "minisign.pub",
          "release.note",
          "edition.tlog-proof",
          "checkpoint",
          "note.pub");

  /** Rendered once for all tests: this takes longer than what they look for. */
  private static final Map<Edition, RenderedSite> SITES = new HashMap<>();

  static Stream<Edition> editions() {
    return Stream.concat(
        Stream.of(
            Examples.moessingen(),
            Examples.minimal(),
            RandomEditions.full(7, HostileTextsTest::hostile)),
        LongStream.range(0, 3).mapToObj(RandomEditions::of));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void validatorFindsNothing(Edition edition) {
    List<String> problems = new ArrayList<>();
    // dated forms differ from their base in words only: one of each is enough
    site(edition)
        .pages()
        .forEach(
            (path, html) -> {
              if (!path.matches(".*\\.2023-1[12]-(?!22).*")) {
                problems.addAll(HtmlCheck.problems(path, html));
              }
            });
    boolean wordsAreRandom = !List.of(Examples.moessingen(), Examples.minimal()).contains(edition);
    problems.removeIf(one -> wordsAreRandom && one.contains(GUESSED_LANGUAGE));
    assertThat(problems).isEmpty();
  }

  @Test
  void validatorFindsWhatIsWrong() {
    assertThat(HtmlCheck.problems("a.html", "<!doctype html><title>a</title><p><li>"))
        .hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everyLinkLeadsToAFileOfThePackage(Edition edition) {
    RenderedSite site = site(edition);
    List<String> dead = new ArrayList<>();
    for (Map.Entry<String, String> page : site.pages().entrySet()) {
      for (String link : Links.in(page.getValue())) {
        String target = Links.target(page.getKey(), link);
        boolean there =
            PROOFS.contains(target)
                || site.files.containsKey(target) && Links.hasPlace(site, target, link);
        if (!there) {
          dead.add(page.getKey() + " -> " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void onlyStartPagesAndTheTestOfGenuinenessSayTheNumber(Edition edition) {
    String german = ">Ausgabe " + edition.number();
    assertThat(
            site(edition).pages().entrySet().stream()
                .filter(
                    page ->
                        page.getValue().contains(german)
                            || page.getValue().contains(">Edition " + edition.number()))
                .map(Map.Entry::getKey))
        .isNotEmpty()
        .allMatch(
            path ->
                path.matches(
                    "([a-z-]+/)?(index(\\.[^/]*)?|echtheit/index|editions/index|seit/[0-9]+/index)\\.html"));
  }

  private static RenderedSite site(Edition edition) {
    return SITES.computeIfAbsent(edition, RenderedSite::withEveryChannel);
  }
}
