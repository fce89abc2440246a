package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PageVariant;
import de.notbetrieb.platform.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which dated forms a page has. The promised next word is not late before its day and always late
 * after it, so most days need one form of the start page only.
 */
final class Variants {
  private static final int DAYS = 14;
  private static final int FEWER_DAYS = 7;

  private final int count;
  private final LocalDate first;
  private final Optional<LocalDate> due;

  Variants(Edition edition, Language language) {
    this.count = daysIn(language);
    this.first = edition.asOf().toLocalDate();
    this.due =
        edition.nextWordDue().map(d -> d.atZoneSameInstant(edition.town().zone()).toLocalDate());
  }

  /** With eleven languages most days would be disk for nobody: whoever waits longer sees dates. */
  static int daysIn(Language language) {
    return switch (language) {
      case DE, EN -> DAYS;
      case SIMPLE, TR, UK, AR, RU, RO, PL, FR, IT -> FEWER_DAYS;
    };
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
    return first.datesUntil(first.plusDays(count)).toList();
  }
}
