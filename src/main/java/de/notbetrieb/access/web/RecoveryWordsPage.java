package de.notbetrieb.access.web;

import java.util.List;

/** The words to be written down, shown once, and where to go then. */
public record RecoveryWordsPage(List<String> words, String next) {
  public RecoveryWordsPage {
    words = List.copyOf(words);
  }
}
