package de.notbetrieb.publishing.web;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.web.Form;
import de.notbetrieb.publishing.place.Upload;
import java.util.List;

/**
 * How a place is fed.
 *
 * @param languages that the town speaks
 * @param hasSecret whether a password or key is there already; it is never shown
 */
public record PlaceUploadPage(
    String id,
    String name,
    List<Upload.Way> ways,
    List<Language> languages,
    Form form,
    long seen,
    boolean hasSecret) {
  public PlaceUploadPage {
    ways = List.copyOf(ways);
    languages = List.copyOf(languages);
  }

  /** An account in a network: there is a server and a token, nothing else. */
  public boolean isAccount() {
    return ways.contains(Upload.Way.MASTODON);
  }

  /** Whether that language is ticked. */
  public boolean speaks(Language language) {
    return form.value("languages").lines().anyMatch(language.code()::equals);
  }
}
