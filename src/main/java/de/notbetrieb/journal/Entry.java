package de.notbetrieb.journal;

import de.notbetrieb.platform.Moment;
import java.util.Optional;

/**
 * What an entry of the journal says without its payload.
 *
 * @param record the id of the record that was changed, as long as there is one
 */
public record Entry(
    long number,
    String kind,
    String subject,
    Optional<String> record,
    Moment happened,
    Moment recorded,
    Actor actor) {}
