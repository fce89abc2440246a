package de.notbetrieb.town.file;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.town.calendar.GermanHours;
import de.notbetrieb.town.calendar.OpeningHours;
import de.notbetrieb.town.calendar.PhoneNumbers;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The few answers from which a town begins, as somebody typed them, and the town file that they make
 * on top of the template.
 *
 * @param town name or official municipality key
 * @param state two letters; only needed when the register does not know the town
 * @param street of the town hall
 * @param place postcode and place; empty: as the register says
 * @param phone the main number
 * @param hours of the town hall, in German words or OSM syntax; may be empty
 * @param email of the town hall; may be empty, and is then left out
 * @param publicAddress where the page will stand; may be empty
 */
public record NewTown(
    String town,
    String state,
    String street,
    String place,
    String phone,
    String hours,
    String email,
    String publicAddress) {

  /** Until somebody says where the page will stand: this machine. */
  private static final String THIS_MACHINE = "http://localhost:8080";

  /**
   * The file's text.
   *
   * @throws Refused with a problem for every answer that is wrong
   */
  public String yaml() {
    List<Problem> problems = new ArrayList<>();
    Optional<Municipality> known = municipality(problems);
    required("street", street, problems);
    if (place.isBlank() && known.isEmpty()) {
      required("place", place, problems);
    }
    if (PhoneNumbers.e164(phone).isEmpty()) {
      problem("phone", "town.phone", problems, phone);
    }
    if (!email.isBlank() && !email.strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      problem("email", "town.email", problems, email);
    }
    checkHours(problems);
    checkAddress(problems);
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
    return dump(known);
  }

  private Optional<Municipality> municipality(List<Problem> problems) {
    if (town.isBlank()) {
      problem("town", "town.name-missing", problems);
      return Optional.empty();
    }
    List<Municipality> named = Municipality.named(town);
    if (named.size() > 1) {
      List<String> keys = named.stream().map(m -> m.postcode() + ": " + m.ags()).toList();
      problem("town", "town.name-several", problems, town.strip(), String.join(", ", keys));
    }
    if (named.isEmpty() && !Municipality.states().contains(state)) {
      List<String> near = Municipality.near(town);
      problem(
          "state",
          near.isEmpty() ? "town.state-missing" : "town.name-near",
          problems,
          town.strip(),
          String.join(", ", near));
    }
    return named.stream().findFirst();
  }

  private void checkHours(List<Problem> problems) {
    if (!hours.isBlank()
        && OpeningHours.parse(osmHours()) instanceof OpeningHours.Unreadable unreadable) {
      problem("hours", "town.hours", problems, hours, unreadable.suggestion().orElse("-"));
    }
  }

  private void checkAddress(List<Problem> problems) {
    if (!publicAddress.isBlank()
        && !publicAddress.strip().matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      problem("publicAddress", "town.public-address", problems, publicAddress);
    }
  }

  private static void required(String field, String value, List<Problem> problems) {
    if (value.isBlank()) {
      problem(field, "town.missing", problems);
    }
  }

  private static void problem(
      String field, String key, List<Problem> problems, String... arguments) {
    problems.add(new Problem(field, key, List.of(arguments)));
  }

  private String osmHours() {
    return GermanHours.inOsmSyntax(hours);
  }

  private String dump(Optional<Municipality> known) {
    String name = known.map(Municipality::fullName).orElse(town.strip());
    String seat =
        place.isBlank() ? known.map(m -> m.postcode() + " " + m.name()).orElse("") : place.strip();
    List<String> address = List.of(street.strip(), seat);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("template", TownFile.USUAL_TOWN);
    file.put("town", profile(known, name, address));
    file.put(
        "holidays", Map.of("state", known.flatMap(m -> Municipality.state(m.ags())).orElse(state)));
    Map<String, Object> hall = entry("rathaus");
    hall.put("address", address);
    if (!hours.isBlank()) {
      hall.put("hours", osmHours());
    }
    file.put("offices", List.of(hall));
    file.put("contacts", contacts(address));
    return new Dump(
            DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .build())
        .dumpToString(file);
  }

  private Map<String, Object> profile(
      Optional<Municipality> known, String name, List<String> address) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put(
        "id",
        Slug.ofWords(known.map(Municipality::name).orElse(name)).map(Slug::value).orElse("stadt"));
    profile.put("name", name);
    known.ifPresent(m -> profile.put("ags", m.ags()));
    profile.put(
        "publicAddress",
        publicAddress.isBlank()
            ? THIS_MACHINE
            : URI.create(publicAddress.strip()).toString().replaceFirst("/+$", ""));
    profile.put("address", address);
    profile.put("responsible", name);
    return profile;
  }

  private List<Object> contacts(List<String> address) {
    String oneLine = String.join(", ", address);
    List<Object> contacts = new ArrayList<>();
    Map<String, Object> main = valued("telefon-zentrale", phone.strip());
    if (!hours.isBlank()) {
      main.put("hours", osmHours());
    }
    contacts.add(main);
    contacts.add(valued("rathaus-schalter", oneLine));
    contacts.add(valued("briefkasten", oneLine));
    contacts.add(valued("post", oneLine));
    if (email.isBlank()) {
      Map<String, Object> none = entry("e-mail");
      none.put("leaveOut", true);
      contacts.add(none);
    } else {
      contacts.add(valued("e-mail", email.strip()));
    }
    return contacts;
  }

  private static Map<String, Object> valued(String id, String value) {
    Map<String, Object> entry = entry(id);
    entry.put("value", value);
    return entry;
  }

  private static Map<String, Object> entry(String id) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    return entry;
  }
}
