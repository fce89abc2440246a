package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.web.FieldProblems;
import de.notbetrieb.publishing.Translating.Task;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of one language, side by side with the German ones.
 *
 * @param open how many are missing, on all pages
 * @param next the number of the first sentence of the next page, if there is one
 * @param refused what somebody just typed and what is wrong with it
 */
public record TranslationsPage(
    Language language,
    List<Task> tasks,
    int open,
    Optional<Integer> next,
    boolean mayWrite,
    Optional<Refusal> refused) {
  public TranslationsPage {
    tasks = List.copyOf(tasks);
  }

  /** What was typed beside which German words. */
  public record Refusal(String german, String words, FieldProblems problems) {}

  /** The words in the field of a sentence: those typed just now, else those that are written. */
  public String words(Task task) {
    return refused
        .filter(one -> one.german().equals(task.said().text().de()))
        .map(Refusal::words)
        .or(() -> task.written().map(stored -> stored.value().words()))
        .orElse("");
  }
}
