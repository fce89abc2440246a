package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.Commands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nginx of {@code docs/beispiele} in front of the edge: it encrypts, and keeps what it may. */
@Tag("long")
class BehindNginxTest {
  private static final Path EXAMPLE = Path.of("docs", "beispiele", "nginx.conf");

  @TempDir Path data;
  private EdgeWorld world;
  private Process nginx;
  private HttpClient client;
  private int port;

  @BeforeEach
  void start() throws Exception {
    world = new EdgeWorld(data.resolve("town"));
    certificate("authority", "server");
    port = freePort();
    Path work = Files.createDirectories(data.resolve("nginx"));
    String settings =
        Files.readString(EXAMPLE)
            .replace("ADRESSE ssl", "127.0.0.1:" + port + " ssl")
            .replace("ZERTIFIKAT;", data.resolve("server.pem") + ";")
            .replace("SCHLUESSEL;", data.resolve("server.key") + ";")
            .replace("http://EDGE", "http://127.0.0.1:" + world.edge.port())
            .replace("ORDNER", work.toString());
    Path file = Files.writeString(data.resolve("nginx.conf"), settings);
    // whoever runs this owns the folder, and nobody else may look into it
    String here = "daemon off; user " + System.getProperty("user.name") + ";";
    nginx =
        new ProcessBuilder("nginx", "-c", file.toString(), "-g", here)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("nginx.log").toFile())
            .start();
    client = HttpClient.newBuilder().sslContext(trusting(data.resolve("authority.pem"))).build();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> get("/nummer.txt").body().equals("Ausgabe 1"));
  }

  @AfterEach
  void stop() throws Exception {
    nginx.destroy();
    nginx.waitFor(10, TimeUnit.SECONDS);
    world.close();
  }

  @Test
  void whatIsKeptIsRightAgainWithinSecondsOfANewEditionAndOfAWithdrawal() throws Exception {
    get("/feed.atom");
    HttpResponse<String> again = get("/feed.atom");
    assertThat(status(again)).isEqualTo("HIT");
    String mark = again.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/feed.atom", "If-None-Match", mark).statusCode()).isEqualTo(304);

    world.seal(2);
    within(20, () -> get("/nummer.txt").body().equals("Ausgabe 2"));
    assertThat(get("/editions/1/nummer.txt").body()).isEqualTo("Ausgabe 1");
    assertThat(status(get("/editions/1/nummer.txt"))).isEqualTo("HIT");
    world.town.withdraw(1);
    within(20, () -> get("/editions/1/nummer.txt").statusCode() == 410);
  }

  @Test
  void eachReaderGetsTheFormThatItUnderstandsAndTheWordThatItSearchedFor() throws Exception {
    String page = "/dienste/pass/index.html";
    assertThat(get(page, "Accept-Encoding", "br").body()).isEqualTo("brotli");
    assertThat(get(page).body()).isEqualTo("<html>Pass</html>");
    HttpResponse<String> gzip = get(page, "Accept-Encoding", "gzip");
    assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(get(page, "Accept-Encoding", "br").body()).isEqualTo("brotli");

    for (int time = 0; time < 2; time++) {
      HttpResponse<String> found = get("/suche/?q=Pass");
      assertThat(found.body()).contains("Reisepass beantragen");
      assertThat(status(found)).isEqualTo("MISS");
      assertThat(get("/gibt-es-nicht").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whenTheEdgeIsOutOfReachThePageStays() throws Exception {
    assertThat(get("/").body()).contains("Dienstag");
    world.close();
    within(20, () -> status(get("/")).equals("STALE"));
    assertThat(get("/").body()).contains("Dienstag");
  }

  @Test
  void thoseWhoListenHearOfANewEditionAtOnce() throws Exception {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                client.send(request("/live").build(), BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
      awaitLine(lines, "\"edition\":1");
      world.seal(2);
      awaitLine(lines, "\"edition\":2");
    }
  }

  @Test
  void aMirrorFollowsThroughItAndOnlyWithTheAuthorityThatItWasGiven() throws Exception {
    Mirror stranger = mirror(Optional.empty());
    stranger.look();
    assertThat(stranger.word().problem()).contains("SSLHandshakeException");
    stranger.close();
    Mirror mirror = mirror(Optional.of(data.resolve("authority.pem")));
    mirror.look();
    assertThat(mirror.word().problem()).isEmpty();
    Path copy = Mirror.towns(data.resolve("mirror")).resolve("moessingen/editions/1/nummer.txt");
    assertThat(copy).hasContent("Ausgabe 1");
    mirror.close();
  }

  private Mirror mirror(Optional<Path> authority) throws IOException {
    return new Mirror(
        Source.at(Source.address("https://127.0.0.1:" + port), authority),
        data.resolve("mirror"),
        Optional.of(world.town.key.publicKey()),
        java.time.InstantSource.system(),
        Mirror.PACE,
        new Keeping(Keeping.USUAL, _ -> Optional.empty()));
  }

  private static void within(int seconds, java.util.concurrent.Callable<Boolean> so) {
    await().atMost(Duration.ofSeconds(seconds)).until(so);
  }

  private static void awaitLine(BufferedReader lines, String words) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(words)) {
      line = lines.readLine();
    }
    assertThat(line).contains(words);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String status(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Cache-Status").orElse("");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void certificate(String authority, String server) {
    Path ca = data.resolve(authority + ".pem");
    Path caKey = data.resolve(authority + ".key");
    newCertificate(authority, caKey, ca);
    newCertificate(
        server,
        data.resolve(server + ".key"),
        data.resolve(server + ".pem"),
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-addext",
        "basicConstraints=critical,CA:FALSE",
        "-CA",
        ca.toString(),
        "-CAkey",
        caKey.toString());
  }

  private static void newCertificate(String name, Path key, Path certificate, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"));
    command.addAll(List.of("-nodes", "-days", "2", "-subj", "/CN=" + name));
    command.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
    command.addAll(List.of(more));
    Commands.run(new byte[0], command.toArray(String[]::new));
  }

  private static SSLContext trusting(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var pem = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
