package de.notbetrieb.publishing.web;

import java.util.List;

/**
 * The board: every place and how it stands, worst first.
 *
 * @param live "Ausgabe 7", or that there is none yet
 */
public record PlacesPage(String live, List<PlaceView> rows, boolean mayWrite) {
  public PlacesPage {
    rows = List.copyOf(rows);
  }

  public long bad() {
    return rows.stream().filter(row -> row.standing().isBad()).count();
  }
}
