package de.notbetrieb.publishing;

import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Text;
import java.util.List;

/**
 * A sentence that seems to grant something, and where it stands.
 *
 * @param kind of the record, such as {@code newsroom.update}
 * @param id of the record
 * @param field of the record, such as {@code body}
 * @param words those that grant
 */
public record Grant(String kind, String id, String field, Text text, String words) {
  /** Where it stands, for people: {@code newsroom.update frist, body}. */
  public String place() {
    return kind + " " + id + ", " + field;
  }

  /** The same sentence at the same place; another sentence wants another judgement. */
  public String key() {
    return "j-" + Sha256.of(Json.write(List.of(place(), text))).hex().substring(0, 32);
  }
}
