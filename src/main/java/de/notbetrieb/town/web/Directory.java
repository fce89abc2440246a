package de.notbetrieb.town.web;

import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Unit;
import de.notbetrieb.town.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The phone book in the order of the Organigramm, as far as it has what was looked for. */
final class Directory {
  private static final int MAX_DEPTH = 20;

  private final Town town;
  private final String sought;
  private final String withoutUnit;
  private final List<PhoneBookPage.Group> groups = new ArrayList<>();

  Directory(Town town, String sought, String withoutUnit) {
    this.town = town;
    this.sought = sought.toLowerCase(Locale.GERMAN);
    this.withoutUnit = withoutUnit;
  }

  List<PhoneBookPage.Group> groups() {
    below(Optional.empty(), 0);
    List<PhoneBookPage.Row> others = rows(Optional.empty());
    if (!others.isEmpty()) {
      groups.add(new PhoneBookPage.Group(Optional.empty(), withoutUnit, 0, false, others));
    }
    return groups;
  }

  private void below(Optional<Slug> parent, int depth) {
    for (Unit unit : town.units()) {
      if (depth < MAX_DEPTH && unit.parent().equals(parent)) {
        List<PhoneBookPage.Row> rows = rows(Optional.of(unit.id()));
        if (sought.isEmpty() || !rows.isEmpty()) {
          groups.add(
              new PhoneBookPage.Group(
                  Optional.of(unit.id().value()),
                  unit.name().de(),
                  depth,
                  unit.audience() == Visibility.STAFF,
                  rows));
        }
        below(Optional.of(unit.id()), depth + 1);
      }
    }
  }

  private List<PhoneBookPage.Row> rows(Optional<Slug> unit) {
    return town.contacts().stream()
        .filter(contact -> contact.unit().equals(unit))
        .filter(this::matches)
        .map(
            contact ->
                new PhoneBookPage.Row(
                    contact.id().value(),
                    contact.label().de(),
                    contact.kind(),
                    contact.value(),
                    contact.topics().stream().map(Text::de).collect(Collectors.joining(", ")),
                    contact.hours().orElse(""),
                    contact.audience() == Visibility.STAFF))
        .toList();
  }

  /** In its name, its number (blanks or not), what it is for, or the name of its unit. */
  private boolean matches(Contact contact) {
    Stream<String> unit =
        town.units().stream()
            .filter(one -> contact.unit().filter(one.id()::equals).isPresent())
            .map(one -> one.name().de());
    String digits = sought.replaceAll("[\\s/-]", "");
    return Stream.of(
                Stream.of(contact.label().de(), contact.value()),
                contact.topics().stream().flatMap(Text::all),
                unit)
            .flatMap(words -> words)
            .anyMatch(words -> words.toLowerCase(Locale.GERMAN).contains(sought))
        || (!digits.isEmpty() && contact.value().replaceAll("[\\s/-]", "").contains(digits));
  }
}
