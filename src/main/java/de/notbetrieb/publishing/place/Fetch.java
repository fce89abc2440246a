package de.notbetrieb.publishing.place;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at a public address as anybody would: a plain GET, without a cookie or a name. Only http and
 * https, a few redirects and never from https to http, a limit on time and size; never the addresses
 * under which a machine speaks to itself or to its hosting (link-local), except loopback: a town may
 * run on one machine.
 */
final class Fetch implements AutoCloseable {
  static final int MOST_BYTES = 16 << 20;
  private static final int MOST_REDIRECTS = 3;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** What came of it. */
  sealed interface Answer {
    /** The bytes. */
    record Got(byte[] bytes) implements Answer {}

    /** Nothing to compare, and why. */
    record Not(Finding why) implements Answer {}
  }

  /**
   * @param patience how long one answer may take from its first byte to its last
   */
  Fetch(Duration patience) {
    this.patience = patience;
  }

  Answer get(URI address) {
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Optional<Finding> refused = refusal(at);
      if (refused.isPresent()) {
        return new Answer.Not(refused.get());
      }
      Optional<HttpResponse<byte[]>> answer = once(at);
      if (answer.isEmpty()) {
        return new Answer.Not(Finding.of(Finding.What.NO_ANSWER, at.getHost()));
      }
      int status = answer.get().statusCode();
      if (status == 200) {
        return new Answer.Got(answer.get().body());
      }
      if (status == 413) {
        return new Answer.Not(Finding.of(Finding.What.TOO_LARGE, at.getPath()));
      }
      Optional<URI> next =
          status >= 300 && status < 400 ? next(at, answer.get()) : Optional.empty();
      if (next.isEmpty()) {
        Finding.What what =
            status == 404 || status == 410 ? Finding.What.NOT_FOUND : Finding.What.OTHER_STATUS;
        return new Answer.Not(Finding.of(what, String.valueOf(status)));
      }
      at = next.get();
    }
    return new Answer.Not(Finding.of(Finding.What.ELSEWHERE, at.getHost()));
  }

  private static Optional<URI> next(URI at, HttpResponse<byte[]> answer) {
    try {
      return answer
          .headers()
          .firstValue("Location")
          .map(at::resolve)
          .filter(to -> "https".equals(to.getScheme()) || to.getScheme().equals(at.getScheme()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Finding> refusal(URI at) {
    boolean isWeb = "http".equals(at.getScheme()) || "https".equals(at.getScheme());
    if (!isWeb || at.getHost() == null) {
      return Optional.of(Finding.of(Finding.What.REFUSED_ADDRESS, at.toString()));
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(at.getHost())) {
        if (address.isLinkLocalAddress()
            || address.isMulticastAddress()
            || address.isAnyLocalAddress()) {
          return Optional.of(Finding.of(Finding.What.REFUSED_ADDRESS, at.getHost()));
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(Finding.of(Finding.What.NO_ANSWER, at.getHost()));
    }
  }

  private Optional<HttpResponse<byte[]>> once(URI at) {
    HttpRequest request =
        HttpRequest.newBuilder(at)
            .timeout(patience)
            .header("Accept-Encoding", "identity")
            .header("Cache-Control", "no-cache")
            .GET()
            .build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return Optional.of(coming.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (TimeoutException e) {
      coming.cancel(true);
      return Optional.empty();
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
