package de.notbetrieb.situation.web;

import de.notbetrieb.edition.OfficeState;
import de.notbetrieb.platform.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * One office: how it is now, which days differ, the regular hours.
 *
 * @param statusSeen the entry of its state that the person saw
 * @param seen the entry of the office itself
 */
public record OfficePage(
    OfficesPage.Row row,
    boolean mayChange,
    long statusSeen,
    long seen,
    List<Option> options,
    List<Day> days,
    Form status,
    Form other,
    Form regular) {
  public OfficePage {
    options = List.copyOf(options);
    days = List.copyOf(days);
  }

  /** One state and where it would send people. */
  public record Option(OfficeState state, WaysPage.Outcome outcome) {}

  /**
   * A day that differs.
   *
   * @param iso its date for the form
   * @param hours absent: closed
   */
  public record Day(String iso, String name, Optional<String> hours, Optional<String> reason) {}
}
