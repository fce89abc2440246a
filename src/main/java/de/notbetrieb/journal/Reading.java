package de.notbetrieb.journal;

import java.util.List;
import java.util.Optional;

/** One town's records and journal, as they are now. */
public interface Reading {
  <R extends Record> Optional<Stored<R>> find(Kind<R> kind, String id);

  /** In the order of their ids. */
  <R extends Record> List<Stored<R>> all(Kind<R> kind);

  /** Every state this record has had and that is not erased, newest first. */
  <R extends Record> List<Stored<R>> history(Kind<R> kind, String id);

  /** The number of the newest entry, 0 before the first. */
  long head();

  /** Entries with a number below {@code before}, newest first. */
  default List<Entry> entries(long before, int limit) {
    return entries(EntryFilter.NONE, before, limit);
  }

  /** Those that the filter lets through. */
  List<Entry> entries(EntryFilter filter, long before, int limit);

  /** The names of the kinds of which there are entries, sorted. */
  List<String> kindsOfEntries();
}
