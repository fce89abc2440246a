package de.notbetrieb.situation.web;

import de.notbetrieb.edition.ServiceState;
import java.util.List;
import java.util.Optional;

/** The services board. */
public record ServicesPage(List<Row> rows, boolean mayChange) {
  public ServicesPage {
    rows = List.copyOf(rows);
  }

  /**
   * One service.
   *
   * @param causes the systems that make it so, by name
   * @param overridden whether a person's word beats what follows
   */
  public record Row(
      String id,
      String name,
      ServiceState state,
      String sentence,
      List<String> causes,
      boolean overridden,
      Optional<String> fallback,
      boolean withoutOpenWay) {}

  /**
   * A prepared fallback.
   *
   * @param entry the entry that put it in force, 0 when it is not
   */
  public record Prepared(String id, String name, String sentence, ServiceState lifts, long entry) {}
}
