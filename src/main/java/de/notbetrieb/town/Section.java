package de.notbetrieb.town;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;
import java.util.List;
import java.util.function.Function;

/**
 * One part of the town file and the journal's kind for its records.
 *
 * @param id the id of a record within its kind
 * @param records the part's records in a town
 */
public record Section<R extends Record>(
    Kind<R> kind, Function<R, String> id, Function<Town, List<R>> records) {
  public static final Section<Profile> PROFILE = single("town.profile", Profile.class, Town::town);
  public static final Section<Languages> LANGUAGES =
      single("town.languages", Languages.class, town -> new Languages(town.languages()));
  public static final Section<Office> OFFICES =
      many("town.office", Office.class, one -> one.id().value(), Town::offices);
  public static final Section<Unit> UNITS =
      many("town.unit", Unit.class, one -> one.id().value(), Town::units);
  public static final Section<Contact> CONTACTS =
      many("town.contact", Contact.class, one -> one.id().value(), Town::contacts);
  public static final Section<SystemAsset> SYSTEMS =
      many("town.system", SystemAsset.class, one -> one.id().value(), Town::systems);
  public static final Section<LifeSituation> LIFE_SITUATIONS =
      many(
          "town.life-situation",
          LifeSituation.class,
          one -> one.id().value(),
          Town::lifeSituations);
  public static final Section<Service> SERVICES =
      many("town.service", Service.class, one -> one.id().value(), Town::services);
  public static final Section<Fallback> FALLBACKS =
      many("town.fallback", Fallback.class, one -> one.id().value(), Town::fallbacks);
  public static final Section<Partner> PARTNERS =
      many("town.partner", Partner.class, one -> one.id().value(), Town::partners);
  public static final Section<PreparedPlace> PLACES =
      many("town.place", PreparedPlace.class, one -> one.id().value(), Town::places);
  public static final Section<Holidays> HOLIDAYS =
      single("town.holidays", Holidays.class, Town::holidays);
  public static final Section<Policy> POLICY = single("town.policy", Policy.class, Town::policy);

  /** The id of a record of which a town has one. */
  public static final String THE_ONE = "one";

  private static <R extends Record> Section<R> many(
      String name, Class<R> type, Function<R, String> id, Function<Town, List<R>> records) {
    return new Section<>(
        new Kind<>(name, 1, type, Retention.PERMANENT, Audience.STAFF), id, records);
  }

  private static <R extends Record> Section<R> single(
      String name, Class<R> type, Function<Town, R> record) {
    return many(name, type, one -> THE_ONE, town -> List.of(record.apply(town)));
  }

  /** In the order of the file. */
  public static List<Section<?>> all() {
    return List.of(
        PROFILE,
        LANGUAGES,
        OFFICES,
        UNITS,
        CONTACTS,
        SYSTEMS,
        LIFE_SITUATIONS,
        SERVICES,
        FALLBACKS,
        PARTNERS,
        PLACES,
        HOLIDAYS,
        POLICY);
  }
}
