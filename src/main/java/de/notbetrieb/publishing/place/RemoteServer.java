package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Somebody else's server, spoken to over HTTP in the name of one account. It leads us nowhere else,
 * where the account's secret would be sent along, and no answer of its may be too long or too late.
 */
final class RemoteServer implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;
  private final Optional<String> authorization;
  private final int mostBytes;

  /**
   * @param authorization the header that says who asks; absent where nobody is asked
   * @param mostBytes of one answer
   */
  RemoteServer(URI base, Optional<String> authorization, int mostBytes) {
    this.base = base;
    this.authorization = authorization;
    this.mostBytes = mostBytes;
  }

  URI at(String path) {
    return base.resolve(path);
  }

  /**
   * Asks.
   *
   * @param headers name, value, name, value
   */
  HttpResponse<byte[]> ask(String method, String path, String... headers) throws IOException {
    return send(method, path, BodyPublishers.noBody(), headers);
  }

  /** Sends something there. */
  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
      throws IOException {
    return send(method, path, BodyPublishers.ofByteArray(body), headers);
  }

  private HttpResponse<byte[]> send(
      String method, String path, BodyPublisher body, String... headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).timeout(ANSWER).method(method, body);
    authorization.ifPresent(words -> request.header("Authorization", words));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(
          request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
