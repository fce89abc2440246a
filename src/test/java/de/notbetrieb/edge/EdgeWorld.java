package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.PublicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

/** A folder of towns, an edge that follows it, and raw sockets to talk to it. */
final class EdgeWorld implements AutoCloseable {
  static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "index.html", "<html>Start</html>",
              "index.2023-11-21.html", "<html>Dienstag</html>",
              "index.overdue.html", "<html>überfällig</html>",
              "en/index.html", "<html>Home</html>",
              "dienste/pass/index.html", "<html>Pass</html>",
              "dienste/pass/status.html", "<html>geht</html>",
              "404.html", "<html><a href=\"dienste/\">x</a><!--notbetrieb:results--></html>",
              "suche/index.html",
                  "<form><input name=\"q\" value=\"\"></form><!--notbetrieb:results-->",
              "feed.atom", "<feed/>"));
  static final String FACTS = ",\"nextWordDue\":\"2023-11-22T12:00:00+01:00\"";
  static final String WORDS =
      """
      {"version":1,"languages":[{"code":"de","name":"Deutsch"},{"code":"tr","name":"Türkçe"}],
      "passedOver":["mein"],"entries":[{"phrases":[{"in":"de","words":["Reisepass beantragen","Pass"]},
      {"in":"en","words":["Apply for a passport"]},{"in":"tr","words":["pasaport"]}],"text":[]}]}""";

  /** What a language shows of it, and the number that works. */
  static String shown(String title, String state) {
    return """
    {"version":1,"entries":[{"address":"../dienste/reisepass/","title":{"words":"%s"},"state":
    {"code":"LIMITED","symbol":"~","words":"%s"},"sentence":{"words":"Mit Termin.","in":"de"}}],
    "ways":[{"label":{"words":"Zentrale"},"value":"030 23125-0","dial":"+4930231250"}]}"""
        .formatted(title, state);
  }

  final Path towns;
  final EditionFixture town;
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-11-21T08:00:00Z"));
  final Edge edge;

  EdgeWorld(Path data) {
    this(data, Limits.USUAL);
  }

  EdgeWorld(Path data, Limits limits) {
    this(data, limits, true);
  }

  /** @param fresh whether the town is new, with a first edition */
  EdgeWorld(Path data, Limits limits, boolean fresh) {
    this.towns = data.resolve("towns");
    this.town = new EditionFixture(fresh ? towns : data.resolve("unused"), "moessingen");
    if (fresh) {
      seal(1);
    }
    this.edge = start(data, limits);
  }

  private Edge start(Path data, Limits limits) {
    InstantSource clock = now::get;
    try {
      return Edge.start(
          EdgeOptions.parse("--follow", towns.toString(), "--port", "0", "--host", "127.0.0.1"),
          clock,
          limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seals an edition of the usual pages; the start page's compressed form lies beside it. */
  void seal(int number) {
    town.seal(number, files(number));
  }

  List<PublicFile> files(int number) {
    List<PublicFile> files = new ArrayList<>();
    PAGES.forEach((path, text) -> files.add(new PublicFile(path, EditionFixture.bytes(text))));
    Map.of(
            "suche/woerter.json", WORDS,
            "suche/index.json", shown("Reisepass beantragen", "geht anders"),
            "en/suche/index.json", shown("Apply for a passport", "works differently"))
        .forEach((path, text) -> files.add(new PublicFile(path, EditionFixture.bytes(text))));
    String numbered = "Ausgabe " + number;
    files.add(new PublicFile("nummer.txt", EditionFixture.bytes(numbered)));
    files.add(
        new PublicFile(
            "dienste/pass/index.html.gz", gzip(PAGES.getOrDefault("dienste/pass/index.html", ""))));
    files.add(new PublicFile("dienste/pass/index.html.br", EditionFixture.bytes("brotli")));
    files.add(new PublicFile("edition.json", EditionFixture.bytes(town.json(number, FACTS))));
    return files;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(EditionFixture.bytes(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  String get(String path, String... headers) {
    return get("notbetrieb.moessingen.example", path, headers);
  }

  String get(String host, String path, String[] headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return raw(
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + more + "\r\n");
  }

  /** Sends bytes and gives everything that comes back until the other side closes. */
  String raw(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "closed: " + e.getMessage();
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @Override
  public void close() throws IOException {
    edge.close();
  }
}
