package de.notbetrieb.town;

/**
 * How the town wants to work.
 *
 * @param nextWordHours hours until the next word when nobody says otherwise, 1 to 168
 */
public record Policy(int nextWordHours) {
  public static final Policy USUAL = new Policy(24);
}
