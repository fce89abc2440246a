package de.notbetrieb.channel.html;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.PageVariant;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages of one language. */
final class SiteInOneLanguage {
  /** Into this place of its shells the edge writes what it composes. */
  private static final String PLACE = "<!--notbetrieb:results-->";

  private static final PageVariant BASE = new PageVariant(Optional.empty(), false);

  private final Facts facts;
  private final PhraseBook book;
  private final Consumer<PublicFile> out;

  SiteInOneLanguage(Facts facts, PhraseBook book, Consumer<PublicFile> out) {
    this.facts = facts;
    this.book = book;
    this.out = out;
  }

  /** All but those of single services. */
  void render() {
    Variants variants = new Variants(facts.edition(), book.language());
    variants.ofStart().forEach(this::start);
    variants.ofOffices().forEach(this::offices);
    services();
    page("phone", "telefon/", "phone.title", "phone.lead");
    page("answers", "fragen/", "answers.title", "answers.lead");
    page("updates", "meldungen/", "updates.title", "updates.lead");
    edition().updates().forEach(this::update);
    Since.of(edition()).forEach(this::since);
    page("genuine", "echtheit/", "genuine.title", "genuine.lead");
    page("contacted", "echtheit/anruf-brief-mail/", "contacted.title", "contacted.lead");
    page("takeaway", "mitnehmen/", "takeaway.title", "takeaway.lead");
    page("accessibility", "barrierefreiheit/", "access.title", "access.lead");
    page("imprint", "impressum/", "imprint.title", "imprint.lead");
    page("privacy", "datenschutz/", "privacy.title", "privacy.lead");
    shell("search", "suche/", "search.title", "search.description");
    shell("editions", "editions/", "editions.title", "editions.text");
    shell("notfound", "404.html", "notfound.title", "notfound.text");
    shell("gone", "410.html", "gone.title", "gone.text");
    out.accept(SearchFile.of(facts, book));
  }

  /** Those of one service. */
  void render(PublicService service) {
    service(service);
    embedded(service);
  }

  private Edition edition() {
    return facts.edition();
  }

  private void start(PageVariant variant) {
    String town = edition().town().name();
    Frame frame =
        new Frame(
            facts,
            book,
            "",
            variant,
            book.say("title", book.say("start.title"), town),
            book.say("start.description", town),
            Optional.of(JsonLd.organization(facts)));
    out.accept(Pages.render("start", frame, Map.of()));
  }

  private void offices(PageVariant variant) {
    String title = titled(book.say("offices.title"));
    Frame frame =
        new Frame(facts, book, "orte/", variant, title, book.say("offices.lead"), Optional.empty());
    out.accept(Pages.render("offices", frame, Map.of()));
  }

  private void service(PublicService service) {
    String name = service.name().orGerman(book.language());
    String state = book.state(service.state());
    String sentence = service.instruction().orGerman(book.language());
    String path = "dienste/" + service.slug() + "/";
    String address = edition().town().publicAddress() + "/" + Frame.folder(book.language()) + path;
    Frame frame =
        new Frame(
            facts,
            book,
            path,
            BASE,
            titled(name + ": " + state),
            book.say("service.description", name, state, sentence),
            Optional.of(JsonLd.service(edition(), service, book.language(), address)));
    out.accept(Pages.render("service", frame, Map.of("service", service)));
  }

  /** The least that can be said of a service, for a frame on somebody else's page. */
  private void embedded(PublicService service) {
    String name = service.name().orGerman(book.language());
    String path = "dienste/" + service.slug() + "/status.html";
    String title = titled(name + ": " + book.state(service.state()));
    String said = service.instruction().orGerman(book.language());
    Frame frame = new Frame(facts, book, path, BASE, title, said, Optional.empty());
    out.accept(Pages.render("embedded", frame, Map.of("service", service)));
  }

  private void update(PublicUpdate update) {
    String title = update.title().orGerman(book.language());
    String said =
        update.body().stream().findFirst().map(t -> t.orGerman(book.language())).orElse(title);
    Frame frame =
        new Frame(
            facts,
            book,
            "meldungen/" + update.slug() + "/",
            BASE,
            titled(title),
            said,
            Optional.empty());
    out.accept(Pages.render("update", frame, Map.of("update", update)));
  }

  private void services() {
    String lead = book.count("services.lead", edition().services().size());
    Frame frame =
        new Frame(
            facts,
            book,
            "dienste/",
            BASE,
            titled(book.say("services.title")),
            lead,
            Optional.empty());
    out.accept(Pages.render("services", frame, Map.of()));
  }

  private void since(Since since) {
    String number = String.valueOf(since.known().number());
    Frame frame =
        new Frame(
            facts,
            book,
            "seit/" + number + "/",
            BASE,
            titled(book.say("since.title", number)),
            book.say("since.lead"),
            Optional.empty());
    out.accept(Pages.render("since", frame, Map.of("since", since)));
  }

  private void page(String template, String path, String title, String lead, Object... values) {
    out.accept(Pages.render(template, frame(path, title, lead, values), Map.of()));
  }

  private void shell(String template, String path, String title, String lead) {
    Frame frame = frame(path, title, lead, edition().town().name());
    out.accept(Pages.render(template, frame, Map.of("place", PLACE)));
  }

  private Frame frame(String path, String title, String lead, Object... values) {
    return new Frame(
        facts, book, path, BASE, titled(book.say(title)), book.say(lead, values), Optional.empty());
  }

  private String titled(String title) {
    return book.say("title", title, edition().town().name());
  }
}
