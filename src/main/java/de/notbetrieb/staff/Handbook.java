package de.notbetrieb.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The handbook for the town hall, packed into the program, so that it is there without a network. */
final class Handbook {
  /** The chapters in the order of reading; each is a file of {@code docs/handbuch}. */
  static final List<String> CHAPTERS =
      List.of(
          "erste-schritte",
          "lage",
          "systeme",
          "dienste",
          "wege",
          "neuigkeiten",
          "sprachen",
          "freigabe",
          "kanaele",
          "stellen",
          "kopien",
          "echtheit",
          "ruecknahme",
          "verlauf",
          "stadtdatei",
          "notfall-ohne-programm");

  /** Which chapter explains the screens of an entry of the navigation. */
  private static final Map<String, String> OF_SCREENS =
      Map.ofEntries(
          Map.entry("overview", "lage"),
          Map.entry("systems", "systeme"),
          Map.entry("ways", "wege"),
          Map.entry("offices", "wege"),
          Map.entry("phones", "wege"),
          Map.entry("services", "dienste"),
          Map.entry("word", "neuigkeiten"),
          Map.entry("release", "freigabe"),
          Map.entry("places", "stellen"),
          Map.entry("take", "kanaele"),
          Map.entry("editions", "ruecknahme"),
          Map.entry("genuine", "echtheit"),
          Map.entry("journal", "lage"),
          Map.entry("town-file", "stadtdatei"),
          Map.entry("people", "erste-schritte"));

  private final Map<String, Chapter> chapters = new LinkedHashMap<>();

  Handbook() {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    for (String name : CHAPTERS) {
      Node page = parser.parse(written(name));
      Fitting fitting = new Fitting();
      page.accept(fitting);
      chapters.put(name, new Chapter(name, fitting.title, renderer.render(page)));
    }
  }

  /**
   * One chapter.
   *
   * @param html from our own words alone, escaped by the renderer
   */
  record Chapter(String name, String title, String html) {}

  Optional<Chapter> chapter(String name) {
    return Optional.ofNullable(chapters.get(name));
  }

  List<Chapter> all() {
    return List.copyOf(chapters.values());
  }

  /** Where the help for a screen is. */
  static String pathFor(String active) {
    return "/hilfe/" + OF_SCREENS.getOrDefault(active, CHAPTERS.getFirst());
  }

  /** Whether somebody has said which chapter explains that entry of the navigation. */
  static boolean explains(String active) {
    return OF_SCREENS.containsKey(active);
  }

  private static String written(String name) {
    try (InputStream in = Handbook.class.getResourceAsStream("/handbuch/" + name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the handbook lacks a chapter: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a chapter a part of a page: its title below the page's, its links within the help. */
  private static final class Fitting extends AbstractVisitor {
    private String title = "";

    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() == 1 && heading.getFirstChild() instanceof Text text) {
        title = text.getLiteral();
      }
      heading.setLevel(heading.getLevel() + 1);
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      if (link.getDestination().endsWith(".md")) {
        link.setDestination("/hilfe/" + link.getDestination().replace(".md", ""));
      }
      visitChildren(link);
    }
  }
}
