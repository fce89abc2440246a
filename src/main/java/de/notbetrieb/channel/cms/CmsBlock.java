package de.notbetrieb.channel.cms;

import de.notbetrieb.channel.PhraseBook;
import de.notbetrieb.channel.PlainWords;
import de.notbetrieb.channel.Reach;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.OpenDay;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.PublicNotice;
import de.notbetrieb.edition.PublicOffice;
import de.notbetrieb.edition.PublicService;
import de.notbetrieb.edition.PublicUpdate;
import de.notbetrieb.platform.Text;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At most 60 KB of HTML without script, style sheet or anything from elsewhere: style attributes
 * only, headings from h2, ids that begin with the town's slug. Of much, the first is said and then
 * linked.
 */
public record CmsBlock(Edition edition, PhraseBook book, int most) {
  static final int MOST_BYTES = 60_000;
  private static final int DAYS = 5;
  private static final List<Integer> ROOMS = List.of(60, 30, 15, 8, 3, 0);
  private static final TemplateEngine ENGINE = engine();

  private static TemplateEngine engine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, CmsBlock.class.getClassLoader(), "de.notbetrieb.pages");
    engine.setBinaryStaticContent(true);
    return engine;
  }

  static PublicFile file(Edition edition, PhraseBook book) {
    for (int most : ROOMS) {
      byte[] block = new CmsBlock(edition, book, most).bytes();
      if (block.length <= MOST_BYTES) {
        String folder = book.language().folder();
        return new PublicFile(folder + "cms.html", block);
      }
    }
    throw new IllegalStateException("the least block is too large");
  }

  private byte[] bytes() {
    StringOutput output = new StringOutput(16_384);
    ENGINE.render("cms/block.jte", Map.of("block", this), output);
    return output.toString().getBytes(StandardCharsets.UTF_8);
  }

  public String id(String part) {
    return "notbetrieb-" + edition.town().slug() + "-" + book.language().code() + "-" + part;
  }

  public String purpose() {
    return book.name("paper.purpose", edition.purpose());
  }

  public String town() {
    return cut(edition.town().name());
  }

  public String reach() {
    return new Reach(edition, book).sentence();
  }

  public String stamp() {
    return book.say(
        "cms.stamp",
        edition.number(),
        book.moment(edition.asOf()),
        book.moment(edition.confirmedAt()));
  }

  public Optional<String> next() {
    return edition
        .nextWordDue()
        .map(due -> book.say("cms.next", book.deadline(due, Optional.empty())));
  }

  public List<PublicNotice> notices() {
    return first(edition.notices());
  }

  public Optional<String> lastDay(PublicNotice notice) {
    return book.lastDay(notice);
  }

  public List<PublicService> services() {
    return first(edition.services());
  }

  public List<PublicOffice> offices() {
    return first(edition.offices());
  }

  public List<OpenDay> days(PublicOffice office) {
    return office.days().stream().limit(DAYS).toList();
  }

  public List<PublicUpdate> updates() {
    return first(edition.updates()).stream().limit(10).toList();
  }

  private <T> List<T> first(List<T> all) {
    return all.stream().limit(most).toList();
  }

  /** The absolute address of a page in this language. */
  public String link(String page) {
    String folder = book.language().folder();
    return edition.town().publicAddress().toASCIIString() + "/" + folder + page;
  }

  public String say(String key, Object... values) {
    return book.say(key, values);
  }

  public String words(Text text) {
    return cut(
        text.in(book.language())
            .orElseGet(() -> book.say("text.german", cut(PlainWords.line(text.de())))));
  }

  public String sentence(Text text) {
    return PlainWords.sentence(words(text));
  }

  private static String cut(String words) {
    return PlainWords.cut(words, 600);
  }
}
