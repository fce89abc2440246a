package de.notbetrieb.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The address that a mirror copies from: another edge, or web space that carries its files. Over
 * HTTPS only, so that nobody on the way can hold answers back without being noticed; plain HTTP on
 * the machine itself.
 */
final class Source implements AutoCloseable {
  static final String ETAG = "ETag";
  private static final long MOST_BYTES = 64L << 20;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final URI address;
  private final HttpClient client;

  /**
   * @param folder the address under which the edition's files lie, ended by a slash
   */
  private Source(URI folder, HttpClient client) {
    this.address = folder;
    this.client = client;
  }

  /**
   * @param authority certificates in PEM that alone are believed; without them the usual ones
   * @throws IOException if they cannot be read
   */
  static Source at(URI address, Optional<Path> authority) throws IOException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    if (authority.isPresent()) {
      client.sslContext(trusting(authority.get()));
    }
    return new Source(address, client.build());
  }

  /**
   * Reads an address as it was typed.
   *
   * @throws IllegalArgumentException if it is none that may be followed
   */
  static URI address(String typed) {
    URI uri = URI.create(typed.endsWith("/") ? typed : typed + "/");
    boolean safe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && isThisMachine(uri.getHost()));
    if (!safe || uri.getHost() == null || uri.getQuery() != null || uri.getUserInfo() != null) {
      throw new IllegalArgumentException("only https://HOST/ can be followed, not " + typed);
    }
    return uri;
  }

  private static boolean isThisMachine(String host) {
    try {
      return host != null
          && (host.equals("localhost")
              || (host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]")
                  && InetAddress.getByName(host).isLoopbackAddress()));
    } catch (IOException e) {
      return false;
    }
  }

  private static SSLContext trusting(Path authority) throws IOException {
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + number++, one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(authority + " holds no certificate that can be read", e);
    }
  }

  URI address() {
    return address;
  }

  /**
   * Asks for a small file.
   *
   * @param known the mark of what is there already, or empty
   */
  HttpResponse<byte[]> get(String path, String known) throws IOException {
    HttpRequest.Builder request = request(path);
    if (!known.isEmpty()) {
      request.header("If-None-Match", known);
    }
    return sent(request.build(), BodyHandlers.ofByteArray());
  }

  /** The same into a file, which is there afterwards only if the answer was 200. */
  int fetch(String path, Path target) throws IOException {
    HttpResponse<byte[]> answer = sent(request(path).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() == 200) {
      Incoming.write(target, answer.body());
    }
    return answer.statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER)
        .header("Accept-Encoding", "identity")
        .header("Cache-Control", "no-cache");
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException {
    CompletableFuture<HttpResponse<T>> coming =
        client.sendAsync(request, BodyHandlers.limiting(body, MOST_BYTES));
    try {
      return coming.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException("no answer for " + request.uri().getPath(), e);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new IOException("no answer in time for " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("broken off", e);
    }
  }

  /**
   * When this was said, by the clock of who said it: a cache hands on the date of what it kept.
   */
  static Optional<Instant> saidAt(HttpResponse<?> answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
