package de.notbetrieb.journal;

import de.notbetrieb.platform.Moment;

/** What an entry of the journal says without its payload. */
public record Entry(
    long number, String kind, String subject, Moment happened, Moment recorded, Actor actor) {}
