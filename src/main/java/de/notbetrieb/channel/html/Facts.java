package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicLifeSituation;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUnit;
import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.edition.WayInState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import java.text.Collator;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An edition, arranged as its pages ask for it. */
public final class Facts {
  private static final int FEW_SERVICES = 12;
  private static final int ROWS_ON_START = 3;

  private final Edition edition;

  // Looked up from every page: a search for each would cost the square of a town's size.
  private final List<Group> groups;
  private final Map<Slug, Group> groupByService = new HashMap<>();
  private final Map<Slug, PublicService> services = new HashMap<>();
  private final Map<Slug, PublicContact> contacts = new HashMap<>();
  private final Map<Slug, PublicOffice> offices = new HashMap<>();

  Facts(Edition edition) {
    this.edition = edition;
    this.groups = grouped(edition);
    groups.forEach(g -> g.services().forEach(service -> groupByService.put(service.slug(), g)));
    edition.services().forEach(service -> services.put(service.slug(), service));
    edition.contacts().forEach(contact -> contacts.put(contact.slug(), contact));
    edition.offices().forEach(office -> offices.put(office.slug(), office));
  }

  /**
   * Services of a life situation; those that name none which the edition knows come last, without
   * one.
   */
  public record Group(Optional<PublicLifeSituation> about, List<PublicService> services) {}

  /** A unit with what belongs to it. */
  public record Branch(PublicUnit unit, List<PublicContact> contacts, List<Branch> branches) {}

  /** What somebody asks for, and who answers. */
  public record Topic(Words name, List<PublicContact> contacts) {}

  public Edition edition() {
    return edition;
  }

  /** What was. */
  public Past past() {
    return new Past(edition);
  }

  public List<Group> groups() {
    return groups;
  }

  private static List<Group> grouped(Edition edition) {
    Map<Slug, List<PublicService>> belonging = new HashMap<>();
    for (PublicService service : edition.services()) {
      belonging.computeIfAbsent(service.lifeSituation(), _ -> new ArrayList<>()).add(service);
    }
    List<Group> groups = new ArrayList<>();
    for (PublicLifeSituation about : edition.lifeSituations()) {
      Optional.ofNullable(belonging.remove(about.slug()))
          .ifPresent(services -> groups.add(new Group(Optional.of(about), services)));
    }
    List<PublicService> others =
        edition.services().stream()
            .filter(service -> belonging.containsKey(service.lifeSituation()))
            .toList();
    if (!others.isEmpty()) {
      groups.add(new Group(Optional.empty(), others));
    }
    return List.copyOf(groups);
  }

  /** What the start page shows of the services: all of a few, else the first of what is often needed. */
  public List<Group> startGroups() {
    if (edition.services().size() <= FEW_SERVICES) {
      return groups();
    }
    List<Group> often =
        groups().stream()
            .filter(g -> g.about().filter(PublicLifeSituation::often).isPresent())
            .toList();
    return (often.isEmpty() ? groups() : often)
        .stream()
            .map(g -> new Group(g.about(), g.services().stream().limit(ROWS_ON_START).toList()))
            .toList();
  }

  /** Life situations with a service, as the start page offers them. */
  public List<PublicLifeSituation> often() {
    return groups().stream()
        .flatMap(g -> g.about().stream())
        .filter(PublicLifeSituation::often)
        .toList();
  }

  public Optional<Group> groupOf(PublicService service) {
    return Optional.ofNullable(groupByService.get(service.slug()));
  }

  /** When a service last changed. */
  public OffsetDateTime servicesAsOf() {
    return edition.services().stream()
        .map(PublicService::asOf)
        .max(Comparator.naturalOrder())
        .orElse(edition.asOf());
  }

  /** How many services are in that state. */
  public long count(ServiceState state) {
    return edition.services().stream().filter(s -> s.state() == state).count();
  }

  public List<PublicContact> contacts(List<Slug> slugs) {
    return slugs.stream().map(contacts::get).filter(Objects::nonNull).toList();
  }

  public List<PublicOffice> offices(List<Slug> slugs) {
    return slugs.stream().map(offices::get).filter(Objects::nonNull).toList();
  }

  public Optional<PublicService> service(Slug slug) {
    return Optional.ofNullable(services.get(slug));
  }

  public boolean hasAnswer(Slug slug) {
    return edition.answers().stream().anyMatch(a -> a.slug().equals(slug));
  }

  /** The ways in that the first screen names; the counter of an office shown there is that office. */
  public List<PublicContact> mainContacts() {
    return edition.contacts().stream()
        .filter(PublicContact::main)
        .filter(c -> c.kind() != WayInKind.COUNTER || mainOffices().isEmpty())
        .toList();
  }

  /** Numbers that are answered stand first, dead ones last. */
  public List<PublicContact> mainPhones() {
    return mainContacts().stream().filter(c -> c.kind() == WayInKind.PHONE && leads(c)).toList();
  }

  public List<PublicContact> otherMainContacts() {
    return mainContacts().stream()
        .filter(c -> c.kind() != WayInKind.PHONE || !leads(c))
        .sorted(Comparator.comparing(c -> !leads(c)))
        .toList();
  }

  public List<PublicContact> openMainContacts() {
    return mainContacts().stream().filter(Facts::leads).toList();
  }

  public List<PublicOffice> mainOffices() {
    return edition.offices().stream().filter(PublicOffice::main).toList();
  }

  /** The number to ring for an office, if one leads there. */
  public Optional<PublicContact> phoneOf(PublicOffice office) {
    return edition.contacts().stream()
        .filter(c -> c.office().filter(office.slug()::equals).isPresent())
        .filter(c -> c.kind() == WayInKind.PHONE && leads(c))
        .findFirst();
  }

  /** A way that is down or unknown is never offered as a link. */
  public static boolean leads(PublicContact contact) {
    return contact.state() == WayInState.UP || contact.state() == WayInState.LIMITED;
  }

  public List<Topic> topics(Language language) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    for (PublicContact contact : edition.contacts()) {
      for (Text topic : contact.topics()) {
        topics
            .computeIfAbsent(
                topic.de(), key -> new Topic(Words.of(topic, language), new ArrayList<>()))
            .contacts()
            .add(contact);
      }
    }
    Collator order = Collator.getInstance(language.locale());
    return topics.values().stream()
        .sorted(Comparator.comparing(topic -> topic.name().text(), order))
        .toList();
  }

  public List<PublicContact> contactsOfNoUnit() {
    Set<Slug> known = new HashSet<>(edition.units().stream().map(PublicUnit::slug).toList());
    return edition.contacts().stream()
        .filter(c -> c.unit().filter(known::contains).isEmpty())
        .toList();
  }

  /** The Organigramm; a unit whose parent is not there, or is below itself, stands at the top. */
  public List<Branch> tree() {
    Set<Slug> seen = new HashSet<>();
    Set<Slug> known = new HashSet<>(edition.units().stream().map(PublicUnit::slug).toList());
    List<Branch> roots = new ArrayList<>();
    edition.units().stream()
        .filter(u -> u.parent().filter(known::contains).isEmpty())
        .forEach(u -> branch(u, seen).ifPresent(roots::add));
    edition.units().forEach(u -> branch(u, seen).ifPresent(roots::add));
    return roots;
  }

  private Optional<Branch> branch(PublicUnit unit, Set<Slug> seen) {
    if (!seen.add(unit.slug())) {
      return Optional.empty();
    }
    List<PublicContact> contacts =
        edition.contacts().stream()
            .filter(c -> c.unit().filter(unit.slug()::equals).isPresent())
            .toList();
    List<Branch> below =
        edition.units().stream()
            .filter(u -> u.parent().filter(unit.slug()::equals).isPresent())
            .flatMap(u -> branch(u, seen).stream())
            .toList();
    return Optional.of(new Branch(unit, contacts, below));
  }
}
