package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PageVariant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which dated forms a page has. The promised next word is not late before its day and always late
 * after it, so most days need one form of the start page only.
 */
final class Variants {
  static final int DAYS = 14;

  private final LocalDate first;
  private final Optional<LocalDate> due;

  Variants(Edition edition) {
    this.first = edition.asOf().toLocalDate();
    this.due =
        edition.nextWordDue().map(d -> d.atZoneSameInstant(edition.town().zone()).toLocalDate());
  }

  List<PageVariant> ofStart() {
    List<PageVariant> variants = new ArrayList<>();
    variants.add(new PageVariant(Optional.empty(), false));
    due.ifPresent(day -> variants.add(new PageVariant(Optional.empty(), true)));
    for (LocalDate day : days()) {
      if (due.filter(day::isAfter).isEmpty()) {
        variants.add(new PageVariant(Optional.of(day), false));
      }
      if (due.filter(d -> !day.isBefore(d)).isPresent()) {
        variants.add(new PageVariant(Optional.of(day), true));
      }
    }
    return variants;
  }

  List<PageVariant> ofOffices() {
    List<PageVariant> variants = new ArrayList<>();
    variants.add(new PageVariant(Optional.empty(), false));
    days().forEach(day -> variants.add(new PageVariant(Optional.of(day), false)));
    return variants;
  }

  private List<LocalDate> days() {
    return first.datesUntil(first.plusDays(DAYS)).toList();
  }
}
