package de.notbetrieb.journal;

import de.notbetrieb.platform.Moment;
import java.sql.Connection;

/**
 * One change in the making: all of it is committed, or nothing. It runs on the writer's thread, so
 * it must not wait for anything but the database.
 */
public interface Writing extends Reading {
  /** From here on the entries say that it happened then; without it: now. */
  Writing happened(Moment moment);

  /** The moment at which this change is written down. */
  Moment now();

  /** Records the new state and answers the entry's number. */
  <R extends Record> long put(Kind<R> kind, String id, R value);

  /**
   * The same for someone who saw the state of {@code expectedEntry}; 0: expects that there is none.
   * Refused as a conflict when it has moved on.
   */
  <R extends Record> long put(Kind<R> kind, String id, R value, long expectedEntry);

  /** Takes the record from the present; its history stays. */
  <R extends Record> void remove(Kind<R> kind, String id);

  /** For rows that are no records (secrets, sessions), in the same transaction. */
  Connection rows();
}
