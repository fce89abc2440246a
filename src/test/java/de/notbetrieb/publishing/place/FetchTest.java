package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final Fetch fetch = new Fetch(Duration.ofSeconds(2));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    fetch.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/there" -> send(exchange, 200, "da");
      case "/moved" -> redirect(exchange, "/there");
      case "/round" -> redirect(exchange, "/round");
      case "/to-a-file" -> redirect(exchange, "file:///etc/passwd");
      case "/to-the-hosting" -> redirect(exchange, "http://169.254.169.254/latest/");
      case "/endless" -> {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          byte[] some = new byte[1 << 20];
          for (int i = 0; i < 64; i++) {
            out.write(some);
          }
        }
      }
      case "/drop-by-drop" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        waitForTheEnd();
      }
      default -> send(exchange, 404, "");
    }
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String words) throws IOException {
    exchange.sendResponseHeaders(status, words.isEmpty() ? -1 : words.length());
    exchange.getResponseBody().write(words.getBytes());
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private Fetch.Answer get(String path) {
    return fetch.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private Finding.What why(String path) {
    return ((Fetch.Answer.Not) get(path)).why().what();
  }

  @Test
  void followsAFewRedirectsAndNoneToElsewhereThanTheWeb() {
    assertThat(((Fetch.Answer.Got) get("/moved")).bytes()).asString().isEqualTo("da");
    assertThat(why("/round")).isEqualTo(Finding.What.ELSEWHERE);
    assertThat(why("/to-a-file")).isEqualTo(Finding.What.OTHER_STATUS);
    assertThat(why("/to-the-hosting")).isEqualTo(Finding.What.REFUSED_ADDRESS);
    assertThat(why("/missing")).isEqualTo(Finding.What.NOT_FOUND);
  }

  @Test
  void doesNotReadWithoutEnd() {
    assertThat(get("/endless")).isInstanceOf(Fetch.Answer.Not.class);
    assertThat(why("/drop-by-drop")).isEqualTo(Finding.What.NO_ANSWER);
  }

  @Test
  void asksOnlyTheWebAndNeverTheAddressesOfTheHosting() {
    for (String address :
        new String[] {
          "ftp://127.0.0.1/",
          "http://169.254.169.254/",
          "http://[fe80::1]/",
          "http://0.0.0.0/",
          "http://224.0.0.1/"
        }) {
      assertThat(fetch.get(URI.create(address)))
          .as(address)
          .isInstanceOfSatisfying(
              Fetch.Answer.Not.class,
              not -> assertThat(not.why().what()).isEqualTo(Finding.What.REFUSED_ADDRESS));
    }
  }
}
