package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.Difference;
import java.util.List;
import java.util.Optional;

/**
 * Two editions side by side.
 *
 * @param difference absent as long as there is nothing to compare
 */
public record ComparisonPage(
    List<Integer> numbers, int from, int to, Optional<Difference> difference) {
  public ComparisonPage {
    numbers = List.copyOf(numbers);
  }
}
