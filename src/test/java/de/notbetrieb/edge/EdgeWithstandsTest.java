package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeWithstandsTest {
  private static final Limits TIGHT = new Limits(60, 5, 50, 8, 3, 2, 3);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  @TempDir static Path data;
  private static EdgeWorld world;

  @BeforeAll
  static void start() {
    world = new EdgeWorld(data, TIGHT);
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/%2e%2e/etc/passwd",
        "/a/%2E%2e/b",
        "/.%2e/x",
        "/..%2fx",
        "/%00",
        "/a%00b",
        "/\\..\\x",
        "/%5c..%5cx",
        "/%c0%ae%c0%ae/x",
        "/%",
        "/%zz",
        "/%ff",
        "/a/./b",
        "/..",
        "x",
        "#",
        "/a#b",
        "*",
        "http://",
        "/\u0001",
        "/a\tb"
      })
  void trickyPathsAreRefused(String path) {
    assertThat(world.get(path)).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//",
        "//evil.example/",
        "/index.html/",
        "/SHA256SUMS/x",
        "/edition.json%20",
        "/%ef%bc%8e%ef%bc%8e/",
        "/editions/0/",
        "/editions/99999999999/",
        "/editions/1//index.html",
        "/nul"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertThat(world.get(path)).startsWith("HTTP/1.1 404 ").doesNotContain("Location:");
  }

  @ParameterizedTest
  @CsvSource({
    "POST / HTTP/1.1|Host: x, 405",
    "OPTIONS * HTTP/1.1|Host: x, 405",
    "CONNECT x:1 HTTP/1.1|Host: x, 405",
    "get / HTTP/1.1|Host: x, 405",
    "GET / HTTP/2.0|Host: x, 505",
    "GET / HTTP/1.1, 400",
    "GET / HTTP/1.1|Host: a|Host: b, 400",
    "GET / HTTP/1.1|Host: a/b, 400",
    "GET / HTTP/1.1|Host : a, 400",
    "GET / HTTP/1.1|Host: x| folded: y, 400",
    "GET / HTTP/1.1|Host: x|Content-Length: 5, 413",
    "GET / HTTP/1.1|Host: x|Content-Length: +0, 413",
    "GET / HTTP/1.1|Host: x|Transfer-Encoding: chunked, 413",
    "GET /, 400",
    "GET  / HTTP/1.1|Host: x, 400",
    "GET http://notbetrieb.moessingen.example/nummer.txt HTTP/1.1|Host: y|Connection: close, 200",
    "GET /nummer.txt HTTP/1.0, 200",
  })
  void doubtfulRequestsAreRefusedAndPlainOnesAnswered(String lines, int status) {
    assertThat(world.raw(lines.replace("|", "\r\n") + "\r\n\r\n")).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void linesEndWithBothCharacters() {
    assertThat(world.raw("GET / HTTP/1.1\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(world.raw("GET / HTTP/1.1\r\nHost: x\rY: z\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void tooMuchIsTooMuch() {
    assertThat(world.get("/" + "a".repeat(3000))).startsWith("HTTP/1.1 414");
    assertThat(world.get("/", "X: " + "a".repeat(9000))).startsWith("HTTP/1.1 431");
    assertThat(world.get("/", "X: y\r\n".repeat(70) + "Z: z")).startsWith("HTTP/1.1 431");
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrderEvenWhenOneMustBeComposed() {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      requests.append("GET /nummer.txt HTTP/1.1\r\nHost: x\r\n\r\n");
      requests.append("GET /suche/?q=w").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    requests.append("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    String answers = world.raw(requests.toString());

    assertThat(statuses(answers)).hasSize(21).containsOnly("200");
    int at = 0;
    for (int i = 0; i < 10; i++) {
      int number = answers.indexOf("Ausgabe 1", at);
      at = answers.indexOf("value=\"w" + i + "\"", at);
      assertThat(number).isPositive().isLessThan(at);
    }
  }

  @Test
  void aRequestInSmallPiecesIsAnswered() throws IOException {
    try (Socket socket = world.connect()) {
      OutputStream out = socket.getOutputStream();
      for (byte one : EditionFixture.bytes("GET /nummer.txt HTTP/1.0\r\n\r\n")) {
        out.write(one);
        out.flush();
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .endsWith("Ausgabe 1");
    }
  }

  @Test
  void aConnectionEndsAfterItsShareOfRequests() {
    String answers = world.raw("GET /nummer.txt HTTP/1.1\r\nHost: x\r\n\r\n".repeat(60));

    assertThat(statuses(answers)).hasSize(50);
    assertThat(answers).contains("Connection: close\r\n");
  }

  @Test
  void slowAndSilentAskersAreLetGo() throws IOException {
    try (Socket slow = world.connect();
        Socket silent = world.connect()) {
      slow.getOutputStream().write(EditionFixture.bytes("GET / HTTP/1.1\r\nHo"));
      assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 408");
      assertThat(silent.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void connectionsAndListenersAreBounded() throws IOException {
    List<Socket> many = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        Socket socket = world.connect();
        many.add(socket);
        socket
            .getOutputStream()
            .write(EditionFixture.bytes("GET /live HTTP/1.1\r\nHost: x\r\n\r\n"));
        String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        assertThat(status).isEqualTo(i < 5 ? "HTTP/1.1 200" : "HTTP/1.1 503");
      }
      for (int i = 0; i < 70; i++) {
        many.add(world.connect());
      }
      assertThat(new String(many.getLast().getInputStream().readNBytes(12), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 503");
    } finally {
      for (Socket socket : many) {
        socket.close();
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> world.get("/").contains("200 OK"));
  }

  @Test
  void afterFiveThousandStrangeRequestsTheEdgeStillAnswers() throws IOException {
    Random random = new Random(20231117);
    for (int i = 0; i < 5000; i++) {
      byte[] strange = strange(random);
      try (Socket socket = world.connect()) {
        socket.getOutputStream().write(strange);
        socket.shutdownOutput();
        if (i % 10 == 0) {
          String answer =
              new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
          assertThat(answer).doesNotContain("Exception").doesNotContain("\tat ");
        }
      } catch (java.net.SocketException e) {
        // the edge closed before everything was sent, as it may
      }
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.get("/nummer.txt").endsWith("Ausgabe 1"));
    assertThat(world.get("/healthz")).contains("\"problems\":[]");
  }

  private static byte[] strange(Random random) {
    byte[] request =
        EditionFixture.bytes(
            switch (random.nextInt(5)) {
              case 0 -> "GET /suche/?q=%" + random.nextInt(999) + " HTTP/1.1\r\nHost: x\r\n\r\n";
              case 1 -> "GET /editions/" + random.nextInt() + "/x HTTP/1.1\r\nHost: x\r\n\r\n";
              case 2 -> "HEAD / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ;q=,br;;q=0\r\n\r\n";
              case 3 ->
                  "GET /%2e/%" + random.nextInt(100) + "/.. HTTP/1.1\r\nHost: [::1]:9\r\n\r\n";
              default -> "GET / HTTP/1.1\r\nHost: x\r\nIf-None-Match: \",W/\",*\r\n\r\n";
            });
    int changes = random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      request[random.nextInt(request.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(10) == 0) {
      byte[] noise = new byte[random.nextInt(20_000)];
      random.nextBytes(noise);
      return noise;
    }
    return request;
  }

  private static List<String> statuses(String answers) {
    return STATUS.matcher(answers).results().map(match -> match.group(1)).toList();
  }
}
