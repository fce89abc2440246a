package de.notbetrieb.newsroom.web;

import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Text;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The form of one update.
 *
 * @param id "neu" for a new one
 * @param seen the entry that the person saw
 */
public record UpdatePage(
    String id, String title, String titleEn, String body, String bodyEn, boolean ready, long seen) {
  static UpdatePage of(String id, Optional<Stored<Update>> known) {
    return known
        .map(
            stored ->
                new UpdatePage(
                    id,
                    stored.value().title().de(),
                    stored.value().title().en().orElse(""),
                    stored.value().body().stream()
                        .map(Text::de)
                        .collect(Collectors.joining("\n\n")),
                    stored.value().body().stream()
                        .flatMap(text -> text.en().stream())
                        .collect(Collectors.joining("\n\n")),
                    stored.value().ready(),
                    stored.entry()))
        .orElseGet(() -> new UpdatePage(id, "", "", "", "", false, 0));
  }
}
