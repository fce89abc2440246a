package de.notbetrieb.channel.html;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PublicContact;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An edition as the content that a Hugo site would be written in: front matter and Markdown. */
final class HugoContent {
  private final Edition edition;
  private final Language language;
  private final PhraseBook book;

  HugoContent(Edition edition, Language language) {
    this.edition = edition;
    this.language = language;
    this.book = PhraseBook.of(language);
  }

  void write(Path folder) throws IOException {
    for (PublicService service : edition.services()) {
      put(folder, "dienste/" + service.slug(), front(service), "");
    }
    for (PublicUpdate update : edition.updates()) {
      Map<String, Object> front = new LinkedHashMap<>();
      front.put("title", words(update.title()));
      front.put("date", update.at().toString());
      front.put("when", book.moment(update.at()));
      front.put("services", update.services().stream().map(Object::toString).toList());
      String body = update.body().stream().map(this::words).collect(Collectors.joining("\n\n"));
      put(folder, "meldungen/" + update.slug(), front, body);
    }
    put(folder, "dienste/_index", Map.of("title", book.say("services.title")), "");
    put(folder, "meldungen/_index", Map.of("title", book.say("updates.title")), "");
    put(folder, "_index", start(), "");
  }

  private void put(Path folder, String name, Map<String, Object> front, String body)
      throws IOException {
    Path file = folder.resolve(name + "." + language.code() + ".md");
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, Json.write(front) + "\n\n" + body + "\n");
  }

  private Map<String, Object> front(PublicService service) {
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("title", words(service.name()));
    front.put("group", service.lifeSituation().value());
    front.put("state", service.state().name());
    front.put("instruction", words(service.instruction()));
    put(front, "reason", service.reason());
    put(front, "until", service.until());
    put(front, "expected", service.expected());
    put(front, "fee", service.fee());
    front.put("papers", service.papers().stream().map(this::words).toList());
    front.put("cutoffs", service.cutOffs().stream().map(this::words).toList());
    front.put("pay", service.payment().stream().map(p -> book.name("payment", p)).toList());
    front.put("steps", service.steps().stream().map(this::step).toList());
    front.put("differences", service.differences().stream().map(this::difference).toList());
    front.put(
        "contacts",
        edition.contacts().stream()
            .filter(c -> service.waysIn().contains(c.slug()))
            .map(this::contact)
            .toList());
    front.put(
        "offices",
        edition.offices().stream()
            .filter(o -> service.offices().contains(o.slug()))
            .map(this::office)
            .toList());
    service
        .deadline()
        .ifPresent(
            d -> front.put("deadline", Map.of("rule", words(d.rule()), "ground", d.ground())));
    service.elsewhere().ifPresent(there -> front.put("elsewhere", elsewhere(there)));
    service.competent().ifPresent(body -> front.put("competent", body.who()));
    front.put("when", book.moment(service.asOf()));
    return front;
  }

  private Map<String, Object> elsewhere(PublicService.Elsewhere there) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("who", there.who());
    map.put("mode", book.name("mode", there.mode()));
    put(map, "where", there.where());
    put(map, "authorisation", there.authorisation());
    put(map, "days", there.days());
    return map;
  }

  private Map<String, Object> step(PublicService.PublicStep step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", words(step.name()));
    map.put("state", step.state().name());
    put(map, "instruction", step.instruction());
    return map;
  }

  private Map<String, Object> difference(PublicService.Difference difference) {
    return Map.of(
        "whom",
        words(difference.whom()),
        "state",
        difference.state().name(),
        "sentence",
        words(difference.sentence()));
  }

  private Map<String, Object> contact(PublicContact contact) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("label", words(contact.label()));
    map.put("value", contact.value());
    map.put("state", book.name("way", contact.state()));
    contact.dial().ifPresent(dial -> map.put("dial", dial));
    put(map, "note", contact.note());
    put(map, "capacity", contact.capacity());
    return map;
  }

  private Map<String, Object> office(PublicOffice office) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", words(office.name()));
    map.put("slug", office.slug().value());
    map.put("address", String.join(", ", office.addressLines()));
    map.put("state", book.name("office", office.state()));
    map.put("hours", office.regularHours().stream().map(this::words).toList());
    put(map, "note", office.note());
    return map;
  }

  private Map<String, Object> start() {
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("title", words(edition.headline()));
    front.put("lead", words(edition.lead()));
    front.put("checked", book.moment(edition.confirmedAt()));
    front.put("contacts", edition.contacts().stream().map(this::contact).toList());
    front.put("offices", edition.offices().stream().map(this::office).toList());
    front.put(
        "notices",
        edition.notices().stream()
            .map(n -> Map.of("title", words(n.title()), "body", words(n.body())))
            .toList());
    front.put(
        "answers",
        edition.answers().stream()
            .map(
                a ->
                    Map.of(
                        "question",
                        words(a.question()),
                        "body",
                        List.copyOf(a.body().stream().map(this::words).toList())))
            .toList());
    return front;
  }

  private void put(Map<String, Object> map, String key, Optional<Text> text) {
    text.ifPresent(words -> map.put(key, words(words)));
  }

  private String words(Text text) {
    return text.orGerman(language);
  }
}
