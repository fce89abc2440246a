package de.notbetrieb.town;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.util.List;
import java.util.Optional;

/**
 * The facts of peace time, as the town file holds them. Component names are the file's keys;
 * references are ids.
 */
public record Town(
    Profile town,
    List<Language> languages,
    List<Office> offices,
    List<Unit> units,
    List<Contact> contacts,
    List<SystemAsset> systems,
    List<LifeSituation> lifeSituations,
    List<Service> services,
    List<Fallback> fallbacks,
    List<Partner> partners,
    List<PreparedPlace> places,
    Holidays holidays,
    Policy policy) {
  public Town {
    languages = List.copyOf(languages);
    offices = List.copyOf(offices);
    units = List.copyOf(units);
    contacts = List.copyOf(contacts);
    systems = List.copyOf(systems);
    lifeSituations = List.copyOf(lifeSituations);
    services = List.copyOf(services);
    fallbacks = List.copyOf(fallbacks);
    partners = List.copyOf(partners);
    // files imported before there were places
    places = places == null ? List.of() : List.copyOf(places);
  }

  /** The same town, speaking these languages. */
  public Town speaking(List<Language> others) {
    return new Town(
        town,
        others,
        offices,
        units,
        contacts,
        systems,
        lifeSituations,
        services,
        fallbacks,
        partners,
        places,
        holidays,
        policy);
  }

  public Optional<Office> office(Slug id) {
    return offices.stream().filter(office -> office.id().equals(id)).findFirst();
  }

  public Optional<Contact> contact(Slug id) {
    return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  public Optional<SystemAsset> system(Slug id) {
    return systems.stream().filter(system -> system.id().equals(id)).findFirst();
  }

  public Optional<Service> service(Slug id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst();
  }
}
