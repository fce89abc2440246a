package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to mind, on the start page: e-mail is unread, deadlines run on, beware of fraud.
 *
 * @param lastDay the last day on which something can be done, if the notice is of a deadline; also in
 *     the calendar
 */
public record PublicNotice(
    Slug slug,
    Kind kind,
    Text title,
    Text body,
    Optional<Slug> answer,
    Optional<LocalDate> lastDay) {
  /** A fraud warning is also shown where people check what is genuine. */
  public enum Kind {
    INFORMATION,
    FRAUD_WARNING
  }
}
