package de.notbetrieb.town;

import de.notbetrieb.platform.Slug;
import java.util.List;

/**
 * What a service, a step, a way in or a system cannot do without, or does better with.
 *
 * @param anyOf one of these is enough; never empty
 */
public record Need(List<Slug> anyOf, Strength strength) {
  public Need {
    anyOf = List.copyOf(anyOf);
    if (anyOf.isEmpty()) {
      throw new IllegalArgumentException("a need names at least one system");
    }
  }

  public static Need required(Slug system) {
    return new Need(List.of(system), Strength.REQUIRED);
  }

  public static Need helpful(Slug system) {
    return new Need(List.of(system), Strength.HELPFUL);
  }

  /** Without what is required nothing goes; without what is helpful it goes differently. */
  public enum Strength {
    REQUIRED,
    HELPFUL
  }
}
