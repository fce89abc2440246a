package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.web.FieldProblems;
import java.util.List;
import java.util.Map;

/**
 * The form that takes an edition back.
 *
 * @param live whether residents read it now
 * @param corrections requests that could be released in the same act
 */
public record WithdrawPage(
    int number,
    boolean live,
    List<Correction> corrections,
    Map<String, String> typed,
    FieldProblems problems) {
  public WithdrawPage {
    corrections = List.copyOf(corrections);
    typed = Map.copyOf(typed);
  }

  /** A request that waits. */
  public record Correction(String id, int number, String author, String digest) {}

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }
}
