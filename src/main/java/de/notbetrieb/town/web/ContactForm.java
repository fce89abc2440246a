package de.notbetrieb.town.web;

import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.platform.web.RecordForm;
import de.notbetrieb.platform.web.RecordForm.Choice;
import de.notbetrieb.platform.web.RecordForm.Field;
import de.notbetrieb.town.Contact;
import de.notbetrieb.town.PhoneBook;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Visibility;
import de.notbetrieb.town.calendar.WrittenHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of one number or address. */
final class ContactForm {
  private ContactForm() {}

  static RecordForm of(Reading reading, Town town, Slug id) {
    Optional<Stored<Contact>> stored = known(reading, id);
    Optional<Contact> one = stored.map(Stored::value);
    List<Field> fields = new ArrayList<>();
    fields.addAll(Texts.fields("label", one.map(Contact::label)));
    fields.set(0, fields.getFirst().asNeeded());
    fields.add(
        Field.choice(
                "wayKind",
                one.map(Contact::kind).orElse(WayInKind.PHONE).name(),
                Arrays.stream(WayInKind.values())
                    .map(kind -> new Choice(kind.name(), "wayInKind." + kind.name()))
                    .toList())
            .asNeeded());
    fields.add(Field.line("value", one.map(Contact::value).orElse("")).asNeeded());
    fields.add(Field.line("hours", one.flatMap(Contact::hours).orElse("")));
    fields.add(Field.area("topics", Texts.german(one)));
    fields.add(Field.area("topicsEn", Texts.english(one)));
    fields.addAll(Texts.fields("capacity", one.flatMap(Contact::capacity)));
    fields.add(
        Field.choice(
            "unit",
            one.flatMap(Contact::unit).map(Slug::value).orElse(""),
            choices(town.units().stream().map(u -> new Choice(u.id().value(), u.name().de())))));
    fields.add(
        Field.choice(
            "office",
            one.flatMap(Contact::office).map(Slug::value).orElse(""),
            choices(town.offices().stream().map(o -> new Choice(o.id().value(), o.name().de())))));
    fields.add(Field.tick("main", one.map(Contact::main).orElse(false)));
    fields.add(
        Field.tick(
            "staffOnly", one.map(Contact::audience).filter(Visibility.STAFF::equals).isPresent()));
    return RecordForm.of(
        "/telefonbuch/nummern/" + id, fields, stored.map(Stored::entry).orElse(0L));
  }

  static void save(Writing change, Slug id, TypedEntry typed, boolean remove, long seen) {
    Optional<Contact> before = known(change, id).map(Stored::value);
    if (remove) {
      before.ifPresent(contact -> PhoneBook.remove(change, contact, seen));
      return;
    }
    Text label = typed.needed("label", before.map(Contact::label));
    String hours = typed.line("hours");
    Contact contact =
        new Contact(
            TypedEntry.id(id, label),
            before.map(Contact::formerly).orElse(List.of()),
            typed.choice("wayKind", WayInKind.values()),
            label,
            typed.neededLine("value"),
            hours.isEmpty() ? Optional.empty() : Optional.of(new WrittenHours(hours).osm()),
            typed.lines("topics", before.map(Contact::topics).orElse(List.of())),
            typed.chosen("unit"),
            typed.chosen("office"),
            before.map(Contact::needs).orElse(List.of()),
            typed.text("capacity", before.flatMap(Contact::capacity)),
            typed.ticked("main"),
            before.map(Contact::spokenLanguages).orElse(List.of()),
            typed.ticked("staffOnly") ? Visibility.STAFF : Visibility.PUBLIC);
    typed.check();
    PhoneBook.put(change, contact, seen);
  }

  private static Optional<Stored<Contact>> known(Reading reading, Slug id) {
    if (id.value().equals(TypedEntry.NEW)) {
      return Optional.empty();
    }
    return Optional.of(
        PhoneBook.contact(reading, id)
            .orElseThrow(() -> Refused.notFound("situation.no-contact", id.value())));
  }

  private static List<Choice> choices(Stream<Choice> some) {
    return Stream.concat(Stream.of(new Choice("", "phones.none")), some)
        .collect(Collectors.toList());
  }
}
