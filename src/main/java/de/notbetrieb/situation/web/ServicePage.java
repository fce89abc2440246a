package de.notbetrieb.situation.web;

import de.notbetrieb.platform.web.Form;
import de.notbetrieb.situation.Override;
import java.util.List;
import java.util.Optional;

/**
 * One service, and what people can say of it.
 *
 * @param word the form for a person's own word
 */
public record ServicePage(
    ServicesPage.Row row,
    Optional<Override> override,
    long seen,
    List<ServicesPage.Prepared> fallbacks,
    Form word,
    boolean mayChange) {
  public ServicePage {
    fallbacks = List.copyOf(fallbacks);
  }
}
