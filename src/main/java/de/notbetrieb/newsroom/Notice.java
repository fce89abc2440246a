package de.notbetrieb.newsroom;

import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to mind, on the start page.
 *
 * @param lastDay the last day on which something can be done, if it is of a deadline
 */
public record Notice(
    Slug id,
    PublicNotice.Kind kind,
    Text title,
    Text body,
    Optional<Slug> answer,
    Optional<LocalDate> lastDay,
    boolean ready) {
  public static final Kind<Notice> KIND =
      new Kind<>("newsroom.notice", 1, Notice.class, Retention.PERMANENT, Audience.STAFF);
}
