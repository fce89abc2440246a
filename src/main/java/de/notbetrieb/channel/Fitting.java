package de.notbetrieb.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Whole sentences within a limit. Those that must be said come first and last; of the others, in
 * order of weight, those are taken that still fit. A sentence is never cut in the middle.
 */
public final class Fitting {
  private final ToIntFunction<String> measure;
  private final int most;
  private final String between;
  private final List<String> said = new ArrayList<>();
  private final String last;

  /**
   * @param last as it is, such as an address that no full stop may follow
   */
  public Fitting(ToIntFunction<String> measure, int most, String between, String last) {
    this.measure = measure;
    this.most = most;
    this.between = between;
    this.last = last;
  }

  /** For what is short by its making. */
  public Fitting must(String sentence) {
    said.add(PlainWords.sentence(sentence));
    return this;
  }

  public Fitting may(String sentence) {
    said.add(PlainWords.sentence(sentence));
    if (measure.applyAsInt(text()) > most) {
      said.removeLast();
    }
    return this;
  }

  public Fitting may(Optional<String> sentence) {
    sentence.ifPresent(this::may);
    return this;
  }

  public String text() {
    String text = String.join(between, said) + (last.isEmpty() ? "" : between + last);
    return text.strip();
  }
}
