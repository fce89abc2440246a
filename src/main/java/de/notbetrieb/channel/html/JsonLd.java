package de.notbetrieb.channel.html;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.WayInKind;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What search engines read, as schema.org says it; safe inside a script element. */
final class JsonLd {
  private JsonLd() {}

  static String organization(Facts facts) {
    Map<String, Object> town = town(facts.edition());
    town.put("@context", "https://schema.org");
    facts.openMainContacts().stream()
        .filter(c -> c.kind() == WayInKind.PHONE)
        .findFirst()
        .flatMap(PublicContact::dial)
        .ifPresent(dial -> town.put("telephone", dial));
    String address = String.join(", ", facts.edition().town().imprint().addressLines());
    if (!address.isBlank()) {
      town.put("address", address);
    }
    return embedded(town);
  }

  static String service(Edition edition, PublicService service, Language language, String address) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("@context", "https://schema.org");
    about.put("@type", "GovernmentService");
    about.put("name", service.name().orGerman(language));
    about.put("description", service.instruction().orGerman(language));
    about.put("url", address);
    about.put("provider", town(edition));
    Optional<String> operator =
        service
            .competent()
            .map(PublicService.Competent::who)
            .or(() -> service.elsewhere().map(PublicService.Elsewhere::who));
    operator.ifPresent(
        who ->
            about.put("serviceOperator", Map.of("@type", "GovernmentOrganization", "name", who)));
    return embedded(about);
  }

  private static Map<String, Object> town(Edition edition) {
    Map<String, Object> town = new LinkedHashMap<>();
    town.put("@type", "GovernmentOrganization");
    town.put("name", edition.town().name());
    town.put("url", edition.town().publicAddress() + "/");
    return town;
  }

  private static String embedded(Map<String, Object> value) {
    return Json.write(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
