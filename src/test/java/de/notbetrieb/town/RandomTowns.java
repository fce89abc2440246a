package de.notbetrieb.town;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Towns at random, the same for the same seed, with every component filled: for properties that
 * must hold in any town, and for looking where a planted word turns up.
 */
public final class RandomTowns {
  /** How much of everything. */
  public record Size(int offices, int contacts, int systems, int services, int fallbacks) {
    public static final Size SMALL = new Size(3, 8, 9, 15, 6);
  }

  private static final List<Slug> STEPS = List.of(Slug.of("apply"), Slug.of("collect"));

  private final RandomRecords records;
  private final Size size;
  private int formerly;

  public RandomTowns(long seed, Size size) {
    this.records = new RandomRecords(seed);
    this.size = size;
    scalars();
    references();
  }

  /** A small one, whose systems need each other in circles with an odd seed. */
  public static Town small(long seed) {
    return new RandomTowns(seed, Size.SMALL).town(seed % 2 == 1);
  }

  public RandomRecords records() {
    return records;
  }

  public Town town(boolean cycles) {
    List<Slug> offices = ids("office", size.offices());
    List<SystemAsset> systems = new ArrayList<>();
    List<Slug> all = ids("system", size.systems());
    for (int i = 0; i < all.size(); i++) {
      needs("SystemAsset.needs", cycles ? all : all.subList(0, i));
      systems.add(next("SystemAsset", SystemAsset.class, all.get(i)));
    }
    return new Town(
        records.fill(Profile.class),
        List.of(Language.DE, Language.EN),
        each("Office", Office.class, offices),
        each("Unit", Unit.class, ids("unit", 4)),
        each("Contact", Contact.class, ids("contact", size.contacts())),
        systems,
        each("LifeSituation", LifeSituation.class, ids("life", 3)),
        each("Service", Service.class, ids("service", size.services())),
        each("Fallback", Fallback.class, ids("fallback", size.fallbacks())),
        each("Partner", Partner.class, ids("partner", 3)),
        each("PreparedPlace", PreparedPlace.class, ids("place", 2)),
        records.fill(Holidays.class),
        records.fill(Policy.class));
  }

  private <R extends Record> List<R> each(String name, Class<R> type, List<Slug> ids) {
    return ids.stream().map(id -> next(name, type, id)).toList();
  }

  private <R extends Record> R next(String name, Class<R> type, Slug id) {
    records.rule(name + ".id", () -> id);
    records.rule(name + ".formerly", this::formerly);
    return records.fill(type);
  }

  private List<Slug> formerly() {
    return records.random().nextInt(4) == 0
        ? List.of(Slug.of("formerly-" + formerly++))
        : List.of();
  }

  private void scalars() {
    records.rule("Profile.id", () -> Slug.of("zufallsstadt"));
    records.rule("Profile.ags", () -> Optional.of(records.digits("Profile.ags", "", 8)));
    records.rule("Office.hours", () -> Optional.of("Mo-Fr 08:00-12:00"));
    records.rule("Office.HoursException.hours", () -> "08:00-12:00");
    records.rule("Contact.hours", () -> Optional.of("Mo-Fr 08:00-12:00"));
    records.rule("Contact.value", () -> phone("Contact.value"));
    records.rule("Contact.spokenLanguages", () -> List.of("de", "tr"));
    records.rule("Partner.phone", () -> Optional.of(phone("Partner.phone")));
    records.rule("Partner.staffPhone", () -> Optional.of(phone("Partner.staffPhone")));
    records.rule(
        "Service.CompetentBody.phone", () -> Optional.of(phone("Service.CompetentBody.phone")));
    records.rule(
        "Service.leikaKey", () -> Optional.of(records.digits("Service.leikaKey", "99", 12)));
    records.rule("Holidays.state", () -> "bw");
    List<ServiceState> lifts =
        List.of(ServiceState.ELSEWHERE, ServiceState.LIMITED, ServiceState.AVAILABLE);
    records.rule("Fallback.lifts", () -> records.one(lifts));
  }

  private String phone(String component) {
    return records.digits(component, "07473 99", 6);
  }

  private void references() {
    List<Slug> offices = ids("office", size.offices());
    List<Slug> units = ids("unit", 4);
    List<Slug> contacts = ids("contact", size.contacts());
    List<Slug> services = ids("service", size.services());
    List<Slug> systems = ids("system", size.systems());
    records.rule("Unit.parent", () -> Optional.of(Slug.of("unit-0")));
    records.rule("Contact.unit", () -> Optional.of(records.one(units)));
    records.rule("Contact.office", () -> Optional.of(records.one(offices)));
    records.rule("Service.lifeSituation", () -> records.one(ids("life", 3)));
    records.rule("Service.unit", () -> Optional.of(records.one(units)));
    records.rule("Service.offices", () -> records.some(offices, 2));
    records.rule("Service.waysIn", () -> records.some(contacts, 3));
    records.rule("Service.steps", this::steps);
    records.rule("Fallback.services", () -> records.some(services, 4));
    records.rule("Fallback.steps", () -> records.some(STEPS, 1));
    records.rule("Fallback.waysIn", () -> records.some(contacts, 2));
    records.rule("Fallback.PartnerHelp.partner", () -> records.one(ids("partner", 3)));
    needs("Contact.needs", systems);
    needs("Service.needs", systems);
    needs("Service.Step.needs", systems);
    needs("Fallback.needs", systems);
  }

  private List<Service.Step> steps() {
    List<Service.Step> steps = new ArrayList<>();
    if (records.random().nextBoolean()) {
      for (Slug id : STEPS) {
        records.rule("Service.Step.id", () -> id);
        steps.add(records.fill(Service.Step.class));
      }
    }
    return steps;
  }

  private void needs(String component, List<Slug> systems) {
    records.rule(component, () -> needs(systems));
  }

  private List<Need> needs(List<Slug> systems) {
    List<Need> needs = new ArrayList<>();
    for (int i = systems.isEmpty() ? 0 : records.random().nextInt(3); i > 0; i--) {
      List<Slug> group = new ArrayList<>(new TreeSet<>(records.some(systems, 2)));
      if (group.isEmpty()) {
        group.add(records.one(systems));
      }
      needs.add(new Need(group, records.one(List.of(Need.Strength.values()))));
    }
    return needs;
  }

  public static List<Slug> ids(String prefix, int count) {
    List<Slug> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Slug.of(prefix + "-" + i));
    }
    return ids;
  }
}
