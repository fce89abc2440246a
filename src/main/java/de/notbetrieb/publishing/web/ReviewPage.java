package de.notbetrieb.publishing.web;

import de.notbetrieb.publishing.Difference;
import de.notbetrieb.publishing.Request;
import java.util.Optional;

/**
 * A request under review.
 *
 * @param digest the first digits of what is frozen
 * @param own whether the reader asked for it
 */
public record ReviewPage(
    String id,
    Request.State state,
    Difference difference,
    int number,
    String digest,
    String author,
    Optional<String> nextWord,
    boolean mayRelease,
    boolean own,
    Optional<String> returned) {}
