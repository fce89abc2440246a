package de.notbetrieb.journal;

import de.notbetrieb.platform.Moment;

/**
 * A record and the entry that made it so.
 *
 * @param entry the entry's number, which is the record's version for whoever edits it
 * @param happened when it came to be so; {@code recorded} when it was written down
 */
public record Stored<R>(
    String id, long entry, Moment happened, Moment recorded, Actor actor, R value) {}
