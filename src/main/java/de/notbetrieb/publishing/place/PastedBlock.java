package de.notbetrieb.publishing.place;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Language;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which edition's block was pasted into somebody's page. A web site strips ids, classes and styles
 * as it likes; so the words that people read are compared, and the number in them is looked for.
 */
final class PastedBlock {
  private static final String FILE = "cms.html";

  private final List<Language> languages;
  private final IntFunction<Optional<EditionPackage>> editions;

  /**
   * @param languages in which there are blocks
   * @param editions the files of an edition; empty when there is none, or it was taken back
   */
  PastedBlock(List<Language> languages, IntFunction<Optional<EditionPackage>> editions) {
    this.languages = List.copyOf(languages);
    this.editions = editions;
  }

  /** Reads editions from a store, checking each file that is read. */
  static PastedBlock of(EditionPackage live, EditionStore store) {
    List<Language> languages =
        Stream.of(Language.values())
            .filter(
                one -> one == Language.DE || live.sums().of(one.code() + "/" + FILE).isPresent())
            .toList();
    return new PastedBlock(
        languages,
        number -> {
          try {
            return store.numbers().contains(number) && !store.isWithdrawn(number)
                ? Optional.of(store.readUnread(number, store.key()))
                : Optional.empty();
          } catch (Damage | UncheckedIOException e) {
            return Optional.empty();
          }
        });
  }

  Sighting on(byte[] page, OffsetDateTime now) {
    String words = VisibleWords.of(new String(page, StandardCharsets.UTF_8));
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Language language : languages) {
      Matcher stamp = stamp(language).matcher(words);
      while (stamp.find()) {
        numbers.add(Integer.parseInt(stamp.group(1)));
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (numbers.isEmpty()) {
      findings.add(Finding.of(Finding.What.NO_BLOCK));
      return new Sighting(Sighting.Verdict.NOTHING, Optional.empty(), findings, 1, now);
    }
    if (numbers.size() > 1) {
      String all = String.join(", ", numbers.stream().map(String::valueOf).toList());
      findings.add(Finding.of(Finding.What.SEVERAL_BLOCKS, all));
    }
    int oldest = numbers.getFirst();
    if (findings.isEmpty() && !isWhole(words, oldest)) {
      findings.add(Finding.of(Finding.What.CHANGED_BLOCK, String.valueOf(oldest)));
    }
    return new Sighting(
        findings.isEmpty() ? Sighting.Verdict.GENUINE : Sighting.Verdict.CONTRADICTS,
        Optional.of(oldest),
        findings,
        1,
        now);
  }

  /** In one language at least, everything that the block says stands there; a taken-back one's
   * words are not known any more, and the number says enough. */
  private boolean isWhole(String words, int number) {
    Optional<EditionPackage> edition = editions.apply(number);
    if (edition.isEmpty()) {
      return true;
    }
    return edition.get().sums().lines().stream()
        .filter(line -> line.path().equals(FILE) || line.path().endsWith("/" + FILE))
        .map(line -> new String(edition.get().bytes(line.path()), StandardCharsets.UTF_8))
        .map(VisibleWords::of)
        .anyMatch(words::contains);
  }

  /** The sentence with the number that stands in every block of that language. */
  private static Pattern stamp(Language language) {
    String sentence = PhraseBook.of(language).say("cms.stamp", "\u0001", "\u0002", "\u0003");
    String around = sentence.substring(0, sentence.indexOf('\u0002'));
    int number = around.indexOf('\u0001');
    return Pattern.compile(
        Pattern.quote(VisibleWords.of(around.substring(0, number) + "|").replace("|", ""))
            + "(\\d{1,9})"
            + Pattern.quote(VisibleWords.of("|" + around.substring(number + 1)).replace("|", "")));
  }
}
