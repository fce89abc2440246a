package de.notbetrieb.app;

import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.publishing.PublishingWorld;
import de.notbetrieb.publishing.Request;
import de.notbetrieb.publishing.RunningEdge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A private number was published by mistake: by the commands, with two edges that follow. */
class PrivateNumberTest {
  private static final String PRIVATE = "07473 99 55 11";

  @TempDir Path data;
  private final List<Process> edges = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    edges.forEach(Process::destroyForcibly);
  }

  @Test
  void itIsGoneEverywhereTheChainVerifiesAndTheErasureIsTold() throws Exception {
    long update;
    String mistaken;
    try (PublishingWorld world = PublishingWorld.founded(data)) {
      update = world.say("rueckruf", "Rufen Sie an: " + PRIVATE);
      Request request = world.request();
      mistaken = request.id();
      world.release(request);
    }
    List<Integer> ports = List.of(edge("one"), edge("two"));
    for (int port : ports) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  get(port, "/meldungen/rueckruf/")
                      .filter(page -> page.contains(PRIVATE))
                      .isPresent());
    }

    String correction;
    long asked;
    try (PublishingWorld world = new PublishingWorld(data)) {
      world.say("rueckruf", "Rufen Sie die Zentrale an.");
      correction = world.request().id();
      asked = world.journal.read(TOWN).find(Request.KIND, mistaken).orElseThrow().entry();
    }
    Said withdrawn =
        command(
            "withdraw",
            "1",
            "--as",
            "freigabe",
            "--reason",
            "private Nummer",
            "--words",
            PRIVATE,
            "--correction",
            correction);
    assertThat(withdrawn.out()).contains("Zurückgezogen: Ausgabe 1", "Berichtigt durch Ausgabe 2");

    for (int port : ports) {
      await().atMost(Duration.ofSeconds(60)).until(() -> status(port, "/editions/1/") == 410);
      for (String path :
          List.of(
              "", "index.html", "edition.json", "plakat.pdf", "meldungen/rueckruf/", "nie/da")) {
        assertThat(status(port, "/editions/1/" + path)).as(path).isEqualTo(410);
      }
      assertThat(get(port, "/meldungen/rueckruf/"))
          .hasValueSatisfying(page -> assertThat(page).contains("Rufen Sie die Zentrale an."));
      assertThat(get(port, "/edition.json"))
          .hasValueSatisfying(
              json -> assertThat(json).contains("\"number\":2").doesNotContain(PRIVATE));
    }
    assertThat(command("verify").out())
        .contains("2 Ausgaben, 1 zurückgezogen, alle echt und lückenlos");

    command("erase", String.valueOf(update), "--as", "technik", "--reason", "Art. 17 DSGVO");
    command(
        "erase", String.valueOf(asked), "--record", "--as", "technik", "--reason", "Art. 17 DSGVO");
    assertThat(command("verify").out()).contains("3 gelöscht, 0 beschädigt");
    assertThat(filesWith(PRIVATE)).isEmpty();
  }

  private int edge(String name) throws IOException {
    int port = RunningProgram.freePort();
    Path own = Files.createDirectories(data.resolve(name));
    List<String> command = new ArrayList<>(RunningEdge.command(data, port));
    command.addAll(List.of("--pins", own.resolve("pins").toString()));
    edges.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("log").toFile())
            .start());
    return port;
  }

  /** What a command said, run in this process; it must have succeeded. */
  private record Said(String out) {}

  private Said command(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--data", data.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8)));
    int code;
    try {
      code = Main.run(arguments, out, out);
    } finally {
      System.setIn(before);
    }
    String told = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(told).isZero();
    return new Said(told);
  }

  private Optional<String> get(int port, String path) throws InterruptedException {
    try {
      HttpResponse<String> answer = answer(port, path);
      return Optional.of(answer.body()).filter(_ -> answer.statusCode() == 200);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private int status(int port, String path) throws IOException, InterruptedException {
    return answer(port, path).statusCode();
  }

  private HttpResponse<String> answer(int port, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private List<Path> filesWith(String words) throws IOException {
    byte[] needle = words.getBytes(StandardCharsets.UTF_8);
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
