package de.notbetrieb.town;

import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Reading;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.journal.Writing;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.calendar.PhoneNumbers;
import de.notbetrieb.town.calendar.WrittenHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The acts that change the phone book. Each names the entry that its author saw. */
public final class PhoneBook {
  private static final Kind<Contact> CONTACTS = Section.CONTACTS.kind();
  private static final Kind<Unit> UNITS = Section.UNITS.kind();
  private static final Kind<Service> SERVICES = Section.SERVICES.kind();
  private static final Kind<Fallback> FALLBACKS = Section.FALLBACKS.kind();
  private static final int MAX_ENTRIES = 2_000;

  private PhoneBook() {}

  public static Optional<Stored<Contact>> contact(Reading reading, Slug id) {
    return reading.find(CONTACTS, id.value());
  }

  public static Optional<Stored<Unit>> unit(Reading reading, Slug id) {
    return reading.find(UNITS, id.value());
  }

  /** Adds it, or changes the one of that id. */
  public static long put(Writing writing, Contact contact, long seen) {
    List<Problem> problems = new ArrayList<>();
    switch (contact.kind()) {
      case PHONE -> {
        if (PhoneNumbers.e164(contact.value()).isEmpty()) {
          problems.add(new Problem("value", "town.phone", List.of(contact.value())));
        }
      }
      case EMAIL -> {
        if (!contact.value().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
          problems.add(new Problem("value", "town.email", List.of(contact.value())));
        }
      }
      case ONLINE_FORM -> {
        if (!contact.value().matches("https?://[^\\s/?#]+\\S*")) {
          problems.add(new Problem("value", "town.public-address", List.of(contact.value())));
        }
      }
      case COUNTER, LETTER_BOX, POST, MESSENGER -> {}
    }
    contact
        .hours()
        .flatMap(hours -> new WrittenHours(hours).problem("hours"))
        .ifPresent(problems::add);
    contact
        .unit()
        .filter(unit -> unit(writing, unit).isEmpty())
        .ifPresent(unit -> problems.add(new Problem("unit", "town.missing", List.of())));
    contact
        .office()
        .filter(office -> writing.find(Section.OFFICES.kind(), office.value()).isEmpty())
        .ifPresent(office -> problems.add(new Problem("office", "town.missing", List.of())));
    refuse(problems);
    bounded(writing, CONTACTS, seen);
    return writing.put(CONTACTS, contact.id().value(), contact, seen);
  }

  /** How many services and fallbacks name it. */
  public static long named(Reading reading, Slug contact) {
    return reading.all(SERVICES).stream()
            .filter(one -> one.value().waysIn().contains(contact))
            .count()
        + reading.all(FALLBACKS).stream()
            .filter(one -> one.value().waysIn().contains(contact))
            .count();
  }

  /** Only what no service names: residents would be sent nowhere. */
  public static void remove(Writing writing, Contact contact, long seen) {
    long named = named(writing, contact.id());
    if (named > 0) {
      throw Refused.invalid("value", "town.still-named", String.valueOf(named));
    }
    remove(writing, CONTACTS, contact.id(), seen);
  }

  /** Adds the unit, or changes the one of that id; no unit lies below itself. */
  public static long put(Writing writing, Unit unit, long seen) {
    Optional<Slug> above = unit.parent();
    if (above.filter(parent -> unit(writing, parent).isEmpty()).isPresent()) {
      throw Refused.invalid("parent", "town.missing");
    }
    for (int steps = 0; above.isPresent() && steps < MAX_ENTRIES; steps++) {
      if (above.get().equals(unit.id())) {
        throw Refused.invalid("parent", "town.below-itself");
      }
      above = unit(writing, above.get()).flatMap(one -> one.value().parent());
    }
    bounded(writing, UNITS, seen);
    return writing.put(UNITS, unit.id().value(), unit, seen);
  }

  /** Only an empty one. */
  public static void remove(Writing writing, Unit unit, long seen) {
    boolean used =
        writing.all(CONTACTS).stream()
                .anyMatch(one -> one.value().unit().filter(unit.id()::equals).isPresent())
            || writing.all(UNITS).stream()
                .anyMatch(one -> one.value().parent().filter(unit.id()::equals).isPresent());
    if (used) {
      throw Refused.invalid("name", "town.unit-used");
    }
    remove(writing, UNITS, unit.id(), seen);
  }

  private static <R extends Record> void remove(Writing writing, Kind<R> kind, Slug id, long seen) {
    long present = writing.find(kind, id.value()).map(Stored::entry).orElse(0L);
    if (present != seen) {
      throw Refused.conflict("journal.moved-on", id.value());
    }
    writing.remove(kind, id.value());
  }

  private static void bounded(Reading reading, Kind<?> kind, long seen) {
    if (seen == 0 && reading.all(kind).size() >= MAX_ENTRIES) {
      throw Refused.invalid("label", "town.full", String.valueOf(MAX_ENTRIES));
    }
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }
}
