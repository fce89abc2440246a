package de.notbetrieb.publishing;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import de.notbetrieb.journal.Writing;
import java.util.List;

/**
 * What a request leaves as it is public now, although it has changed. Its id is the request's.
 *
 * @param items keys of the difference's items
 */
public record HeldBack(List<String> items) {
  public static final Kind<HeldBack> KIND =
      new Kind<>("publishing.held-back", 1, HeldBack.class, Retention.PERMANENT, Audience.STAFF);

  public HeldBack {
    items = List.copyOf(items);
  }

  /** The newest one holds; nothing held back is worth writing down only where something was. */
  static void put(Writing change, String request, List<String> items) {
    if (!items.isEmpty() || !change.all(KIND).isEmpty()) {
      change.put(KIND, request, new HeldBack(items));
    }
  }
}
