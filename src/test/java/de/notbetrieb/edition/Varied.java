package de.notbetrieb.edition;

import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.util.List;

/** An example, a little different. */
public final class Varied {
  private Varied() {}

  /** The next edition, in which nothing is new. */
  public static Edition anHourLater(Edition e) {
    return new Edition(
        e.number() + 1,
        e.purpose(),
        e.asOf().plusHours(1),
        e.confirmedAt().plusHours(1),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same in every language; what nobody has translated stays German. */
  public static Edition inEveryLanguage(Edition e) {
    return new Edition(
        e.number(),
        e.purpose(),
        e.asOf(),
        e.confirmedAt(),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        List.of(Language.values()),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same with other words below the headline. */
  public static Edition withLead(Edition e, Text lead) {
    return new Edition(
        e.number(),
        e.purpose(),
        e.asOf(),
        e.confirmedAt(),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        lead,
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same with other services. */
  public static Edition with(Edition e, List<PublicService> services) {
    return new Edition(
        e.number(),
        e.purpose(),
        e.asOf(),
        e.confirmedAt(),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        services,
        e.notices(),
        e.runningNormally(),
        e.updates(),
        e.answers(),
        e.course());
  }

  /** The same service in another state. */
  public static PublicService inState(PublicService service, ServiceState state) {
    String json = Json.write(service.with(List.of()));
    return Json.read(
        json.replaceFirst("\"state\":\"" + service.state() + "\"", "\"state\":\"" + state + "\""),
        PublicService.class);
  }

  /** The same service under another slug. */
  public static PublicService named(PublicService service, String slug) {
    String json = Json.write(service);
    String before = "\"slug\":\"" + service.slug() + "\"";
    int at = json.lastIndexOf(before);
    return Json.read(
        json.substring(0, at) + "\"slug\":\"" + slug + "\"" + json.substring(at + before.length()),
        PublicService.class);
  }

  /** The same with other news. */
  public static Edition withNews(Edition e, List<PublicUpdate> updates) {
    return new Edition(
        e.number(),
        e.purpose(),
        e.asOf(),
        e.confirmedAt(),
        e.nextWordDue(),
        e.previous(),
        e.town(),
        e.languages(),
        e.headline(),
        e.lead(),
        e.contacts(),
        e.offices(),
        e.units(),
        e.lifeSituations(),
        e.services(),
        e.notices(),
        e.runningNormally(),
        updates,
        e.answers(),
        e.course());
  }
}
