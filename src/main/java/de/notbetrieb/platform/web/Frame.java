package de.notbetrieb.platform.web;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds every screen.
 *
 * @param active the entry of the navigation that this screen belongs to
 * @param purpose the label of what is no real emergency; absent under REAL
 * @param live "Ausgabe Nr. 6, Stand ..."
 * @param overdue whether {@code nextWord} is late
 * @param help where this screen is explained
 * @param form a new id for the screen's forms, so that a form sent twice acts once
 */
public record Frame(
    ScreenTexts texts,
    String title,
    String active,
    String town,
    Optional<String> purpose,
    Optional<String> person,
    String clock,
    Optional<String> live,
    Optional<String> nextWord,
    boolean overdue,
    List<Entry> navigation,
    Optional<String> help,
    String csrfName,
    String csrfValue,
    String form) {
  public Frame {
    navigation = List.copyOf(navigation);
  }

  /** An entry of the navigation. */
  public record Entry(String key, String path) {}

  public String t(String key, Object... arguments) {
    return texts.t(key, arguments);
  }
}
