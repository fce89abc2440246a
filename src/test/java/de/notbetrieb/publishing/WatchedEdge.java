package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An edge in a process of its own, asked again and again whether it still serves. */
final class WatchedEdge implements AutoCloseable {
  private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+),\"offices\"");
  private static final long PACE_NANOS = 20_000_000;

  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger number = new AtomicInteger();
  private volatile boolean open = true;
  private final Thread asker = Thread.ofPlatform().unstarted(this::ask);

  private WatchedEdge(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static WatchedEdge start(Path data) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(RunningEdge.command(data, port))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("edge.log").toFile())
            .start();
    WatchedEdge edge = new WatchedEdge(process, port);
    await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> edge.served() == 1);
    edge.asker.start();
    return edge;
  }

  private void ask() {
    while (open) {
      try {
        int now = served();
        if (number.getAndUpdate(before -> Math.max(before, now)) > now) {
          wrong.add("went back to " + now);
        }
        answers.incrementAndGet();
      } catch (IOException | IllegalStateException e) {
        wrong.add(e.toString());
      } catch (InterruptedException e) {
        return;
      }
      LockSupport.parkNanos(PACE_NANOS);
    }
  }

  private int served() throws IOException, InterruptedException {
    HttpResponse<String> start = get("/");
    HttpResponse<String> facts = get("/edition.json");
    Matcher found = NUMBER.matcher(facts.body());
    if (start.statusCode() != 200 || facts.statusCode() != 200 || !found.find()) {
      throw new IllegalStateException(start.statusCode() + " and " + facts.statusCode());
    }
    return Integer.parseInt(found.group(1));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  int answers() {
    return answers.get();
  }

  void awaitAnswers(int more) {
    int enough = answers.get() + more;
    await().atMost(Duration.ofSeconds(60)).until(() -> answers.get() >= enough);
  }

  void awaitNumber(int expected) {
    await().atMost(Duration.ofSeconds(60)).until(() -> number.get() == expected);
  }

  void requireNeverAway() {
    assertThat(wrong).isEmpty();
  }

  @Override
  public void close() throws IOException {
    open = false;
    asker.interrupt();
    process.destroyForcibly();
  }
}
