package de.notbetrieb.channel.text;

import de.notbetrieb.channel.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Whole sentences within a limit. Those that must be said come first and last; of the others, in
 * order of weight, those are taken that still fit. A sentence is never cut in the middle.
 */
final class Fitting {
  private final ToIntFunction<String> measure;
  private final int most;
  private final List<String> said = new ArrayList<>();
  private final String last;

  Fitting(ToIntFunction<String> measure, int most, String last) {
    this.measure = measure;
    this.most = most;
    this.last = PlainWords.sentence(last);
  }

  /** For what is short by its making. */
  Fitting must(String sentence) {
    said.add(PlainWords.sentence(sentence));
    return this;
  }

  Fitting may(String sentence) {
    said.add(PlainWords.sentence(sentence));
    if (measure.applyAsInt(text()) > most) {
      said.removeLast();
    }
    return this;
  }

  Fitting may(Optional<String> sentence) {
    sentence.ifPresent(this::may);
    return this;
  }

  String text() {
    String text = String.join(" ", said) + (last.isEmpty() ? "" : " " + last);
    return text.strip();
  }
}
