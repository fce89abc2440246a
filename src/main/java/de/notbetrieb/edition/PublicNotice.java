package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.Optional;

/** Something to mind, on the start page: e-mail is unread, deadlines run on, beware of fraud. */
public record PublicNotice(Slug slug, Kind kind, Text title, Text body, Optional<Slug> answer) {
  /** A fraud warning is also shown where people check what is genuine. */
  public enum Kind {
    INFORMATION,
    FRAUD_WARNING
  }
}
