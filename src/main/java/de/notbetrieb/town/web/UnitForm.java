package de.notbetrieb.town.web;

import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.RecordForm.Choice;
import de.notbetrieb.platform.web.RecordForm.Field;
import de.notbetrieb.town.PhoneBook;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Unit;
import de.notbetrieb.town.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of one unit. */
final class UnitForm {
  private UnitForm() {}

  static RecordForm of(Reading reading, Town town, Slug id) {
    Optional<Stored<Unit>> stored = known(reading, id);
    Optional<Unit> one = stored.map(Stored::value);
    List<Field> fields = new ArrayList<>(Texts.fields("name", one.map(Unit::name)));
    fields.set(0, fields.getFirst().asNeeded());
    fields.add(
        Field.choice(
            "parent",
            one.flatMap(Unit::parent).map(Slug::value).orElse(""),
            Stream.concat(
                    Stream.of(new Choice("", "phones.top")),
                    town.units().stream()
                        .filter(unit -> !unit.id().equals(id))
                        .map(unit -> new Choice(unit.id().value(), unit.name().de())))
                .toList()));
    fields.add(
        Field.tick(
            "staffOnly", one.map(Unit::audience).filter(Visibility.STAFF::equals).isPresent()));
    return RecordForm.of(
        "/telefonbuch/einheiten/" + id, fields, stored.map(Stored::entry).orElse(0L));
  }

  static void save(Writing change, Slug id, TypedEntry typed, boolean remove, long seen) {
    Optional<Unit> before = known(change, id).map(Stored::value);
    if (remove) {
      before.ifPresent(unit -> PhoneBook.remove(change, unit, seen));
      return;
    }
    Text name = typed.needed("name", before.map(Unit::name));
    Unit unit =
        new Unit(
            TypedEntry.id(id, name),
            before.map(Unit::formerly).orElse(List.of()),
            name,
            typed.chosen("parent"),
            typed.ticked("staffOnly") ? Visibility.STAFF : Visibility.PUBLIC);
    typed.check();
    PhoneBook.put(change, unit, seen);
  }

  private static Optional<Stored<Unit>> known(Reading reading, Slug id) {
    if (id.value().equals(TypedEntry.NEW)) {
      return Optional.empty();
    }
    return Optional.of(
        PhoneBook.unit(reading, id)
            .orElseThrow(() -> Refused.notFound("journal.no-record", id.value())));
  }
}
