package de.notbetrieb.situation;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.town.Town;
import java.util.List;

/** Puts together what the journal holds of a town's situation. */
public final class Situations {
  private Situations() {}

  /** Every kind of record that this room writes. */
  public static List<Kind<?>> kinds() {
    return List.of(
        Incident.KIND,
        SystemStatus.KIND,
        ContactStatus.KIND,
        OfficeStatus.KIND,
        FallbackInForce.KIND,
        Override.KIND,
        Expectation.KIND);
  }

  public static Situation of(Reading reading, Town town) {
    return new Situation(
        town,
        reading.find(Incident.KIND, Incident.ID).map(Stored::value),
        values(reading, SystemStatus.KIND),
        values(reading, ContactStatus.KIND),
        values(reading, OfficeStatus.KIND),
        values(reading, FallbackInForce.KIND),
        values(reading, Override.KIND),
        values(reading, Expectation.KIND));
  }

  private static <R extends Record> List<R> values(Reading reading, Kind<R> kind) {
    return reading.all(kind).stream().map(Stored::value).toList();
  }
}
