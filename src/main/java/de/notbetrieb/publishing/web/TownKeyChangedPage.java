package de.notbetrieb.publishing.web;

import java.util.List;
import java.util.Optional;

/** The new key, the words to be written down, shown once, and what to do now. */
public record TownKeyChangedPage(
    List<String> words, Optional<String> fingerprint, TownKeyPage.After after) {
  public TownKeyChangedPage {
    words = List.copyOf(words);
  }
}
