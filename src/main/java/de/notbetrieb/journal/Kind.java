package de.notbetrieb.journal;

import java.util.regex.Pattern;

/**
 * A kind of record. Its name is {@code room.thing}; a stored format never changes, it gets the next
 * version.
 *
 * @param <R> the record, which is its complete state after a change
 */
public record Kind<R extends Record>(
    String name, int version, Class<R> type, Retention retention, Audience audience) {
  private static final Pattern FORM = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

  public Kind {
    if (!FORM.matcher(name).matches() || version < 1) {
      throw new IllegalArgumentException("a kind is named room.thing and counts from 1: " + name);
    }
  }
}
