package de.notbetrieb.town.calendar;

import de.notbetrieb.platform.Refused.Problem;
import java.util.List;
import java.util.Optional;

/** Opening hours as somebody typed them: in German words or in the syntax of the town file. */
public record WrittenHours(String typed) {

  /** In OSM syntax; only as good as what was typed. */
  public String osm() {
    String plain = typed.strip();
    return OpeningHours.parse(plain) instanceof OpeningHours.Readable
        ? plain
        : GermanHours.inOsmSyntax(plain);
  }

  /** What is wrong with them, said at that field, with what would be right when that is clear. */
  public Optional<Problem> problem(String field) {
    return OpeningHours.parse(osm()) instanceof OpeningHours.Unreadable unreadable
        ? Optional.of(
            unreadable
                .suggestion()
                .map(right -> new Problem(field, "town.hours", List.of(typed.strip(), right)))
                .orElseGet(() -> new Problem(field, "town.hours-unclear", List.of(typed.strip()))))
        : Optional.empty();
  }
}
