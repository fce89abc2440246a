package de.notbetrieb.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one page of the first start.
 *
 * @param foundations systems on which much depends
 * @param programs the rest
 * @param typed what was typed before, by field
 * @param wrong what is wrong with it, by field
 * @param fileProblems mistakes in the uploaded file, each with its place
 */
public record FirstStartPage(
    List<Choice> foundations,
    List<Choice> programs,
    List<Choice> waysIn,
    List<String> states,
    Map<String, String> typed,
    Set<String> ticked,
    Map<String, String> wrong,
    List<String> fileProblems) {
  public FirstStartPage {
    foundations = List.copyOf(foundations);
    programs = List.copyOf(programs);
    waysIn = List.copyOf(waysIn);
    states = List.copyOf(states);
    typed = Map.copyOf(typed);
    ticked = Set.copyOf(ticked);
    wrong = Map.copyOf(wrong);
    fileProblems = List.copyOf(fileProblems);
  }

  /**
   * Something to tick.
   *
   * @param services how many no longer go as usual without it
   */
  public record Choice(String id, String name, long services) {}

  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  public Optional<String> problem(String field) {
    return Optional.ofNullable(wrong.get(field));
  }
}
