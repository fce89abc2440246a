package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import de.notbetrieb.Chromium;
import de.notbetrieb.Commands;
import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.Examples;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other people's programs, unmodified, read what the edge serves to programs. */
class StatuspageClientsTest {
  private static final Path PICTURES = Path.of("target", "screenshots");

  @TempDir static Path data;
  private static Edge edge;

  @BeforeAll
  static void serve() throws IOException {
    Path towns = data.resolve("towns");
    new EditionFixture(towns, "moessingen").seal(1, Channels.render(Examples.moessingen()));
    edge =
        Edge.start(
            EdgeOptions.parse("--follow", towns.toString(), "--port", "0", "--host", "127.0.0.1"),
            InstantSource.system());
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() throws IOException {
    edge.close();
  }

  @Test
  void twoClientsForNodeReadEveryPath() throws IOException {
    String said =
        Commands.run(new byte[0], "node", "src/test/node/statuspage-clients.cjs", address());
    Files.writeString(PICTURES.resolve("statuspage-clients.json"), said);
    JsonNode read = JsonMapper.shared().readTree(said);

    JsonNode one = read.path("statuspage.io");
    assertThat(one.path("summary").path("page").path("name").asString()).contains("Mössingen");
    assertThat(one.path("status").path("status").path("indicator").asString()).isEqualTo("major");
    assertThat(one.path("components").path("components")).hasSizeGreaterThan(7);
    assertThat(one.path("incidents").path("incidents")).hasSize(1);
    assertThat(one.path("unresolved").path("incidents")).hasSize(1);
    assertThat(one.path("upcoming").path("scheduled_maintenances").isArray()).isTrue();

    JsonNode other = read.path("@aero/statuspage");
    assertThat(other.path("summary").path("incidents")).hasSize(1);
    assertThat(other.path("status").path("status").path("indicator").asString()).isEqualTo("major");
    assertThat(other.path("components").isEmpty()).isFalse();
    assertThat(other.path("incidents").get(0).path("name").asString()).contains("Notbetrieb seit");
    assertThat(other.path("unresolved")).hasSize(1);
    for (String kind : List.of("all", "active", "upcoming")) {
      assertThat(other.path(kind).isArray()).as(kind).isTrue();
    }
  }

  @Test
  @Tag("browser")
  void theWidgetOnAnotherSiteShowsHowItIs() throws IOException {
    HttpServer neighbour = neighbour();
    try (Chromium chromium = new Chromium();
        BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.setViewportSize(640, 200);
      page.navigate("http://127.0.0.1:" + neighbour.getAddress().getPort() + "/");
      page.getByText("Manches geht gerade nicht").waitFor();
      assertThat(page.locator("statuspage-widget .major").count()).isPositive();
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("status-widget.png")));
    } finally {
      neighbour.stop(0);
    }
  }

  /** A site of another origin that has the widget on its page. */
  private static HttpServer neighbour() throws IOException {
    Path site = Files.createDirectories(data.resolve("neighbour"));
    StringBuilder page =
        new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Nachbar</title>")
            .append("<h1>Eine andere Seite</h1><statuspage-widget src=\"")
            .append(address())
            .append("\"></statuspage-widget>");
    for (String script :
        List.of(
            "@webcomponents/custom-elements/src/native-shim.js",
            "@statuspage/status-widget/dist/index.js")) {
      Path own = site.resolve(script.replaceAll("[^a-z]", "") + ".js");
      Files.copy(Path.of("node_modules", script), own);
      page.append("<script src=\"").append(own.getFileName()).append("\"></script>");
    }
    Files.writeString(site.resolve("index.html"), page);
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0), site, SimpleFileServer.OutputLevel.NONE);
    server.start();
    return server;
  }

  @Test
  @Tag("browser")
  void newsboatShowsTheFeeds() throws IOException {
    Path urls = data.resolve("urls");
    StringBuilder feeds = new StringBuilder();
    for (String path :
        List.of(
            "feed.atom",
            "feed.rss",
            "dienste/perso/feed.atom",
            "lebenslagen/ausweis/feed.atom",
            "history.atom",
            "history.rss")) {
      feeds.append(address()).append('/').append(path).append('\n');
    }
    Files.writeString(urls, feeds);
    Path cache = data.resolve("cache.db");
    String[] newsboat = {"newsboat", "-q", "-u", urls.toString(), "-c", cache.toString(), "-x"};
    Commands.run(new byte[0], with(newsboat, "reload"));
    // an entry that stands in several feeds has one id, so it is one article
    assertThat(Commands.run(new byte[0], with(newsboat, "print-unread"))).startsWith("7 ");
  }

  private static String[] with(String[] command, String more) {
    String[] whole = java.util.Arrays.copyOf(command, command.length + 1);
    whole[command.length] = more;
    return whole;
  }

  private static String address() {
    return "http://127.0.0.1:" + edge.port();
  }
}
