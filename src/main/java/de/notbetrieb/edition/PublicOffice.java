package de.notbetrieb.edition;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.util.List;
import java.util.Optional;

/**
 * A place with an address where people come.
 *
 * @param addressLines street, postal code and town, a line each
 * @param note what to know now, or why it is closed
 * @param until when that ends and what then holds
 * @param regularHours in words, as on a door
 * @param days from the day of {@code asOf}, one after the other
 */
public record PublicOffice(
    Slug slug,
    Text name,
    List<String> addressLines,
    OfficeState state,
    Optional<Text> note,
    Optional<Text> until,
    List<Text> regularHours,
    List<OpenDay> days,
    Optional<Text> access,
    boolean main) {
  public PublicOffice {
    addressLines = List.copyOf(addressLines);
    regularHours = List.copyOf(regularHours);
    days = List.copyOf(days);
  }
}
