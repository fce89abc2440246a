package de.notbetrieb.publishing.place;

import de.notbetrieb.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account on a Mastodon server, by the server's REST API and a token of that account. */
final class Mastodon implements AutoCloseable {
  static final String STATUSES = "/api/v1/statuses";
  private static final int MOST_BYTES = 4 << 20;
  private static final int NEWEST = 20;
  private static final Duration USUAL_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RemoteServer server;
  private final InstantSource clock;

  /**
   * A post as the server tells of it.
   *
   * @param words what people read, without marks and blanks
   */
  record Status(String id, String address, String words, String visibility) {
    /** Whether it says that, however the server marks lines and addresses. */
    boolean says(String text) {
      return words.equals(Mastodon.words(text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    static Status of(JsonNode json) throws IOException {
      String id = json.path("id").asString("");
      if (id.isEmpty()) {
        throw new IOException("mastodon: an answer that is no post");
      }
      return new Status(
          id,
          json.path("url").asString(""),
          Mastodon.words(json.path("content").asString("")),
          json.path("visibility").asString(""));
    }
  }

  Mastodon(String server, String token, InstantSource clock) {
    this.server =
        new RemoteServer(URI.create(server), Optional.of("Bearer " + token.strip()), MOST_BYTES);
    this.clock = clock;
  }

  private static String words(String html) {
    return VisibleWords.of(html).replaceAll("\\s", "");
  }

  static Status read(byte[] json) throws IOException {
    return Status.of(tree(json));
  }

  /** The newest posts of the account itself. */
  List<Status> newest() throws IOException, NotFed {
    String account = ask("/api/v1/accounts/verify_credentials").path("id").asString("");
    JsonNode all = ask("/api/v1/accounts/" + encoded(account) + "/statuses?limit=" + NEWEST);
    List<Status> newest = new java.util.ArrayList<>();
    for (JsonNode one : all) {
      newest.add(Status.of(one));
    }
    return newest;
  }

  /** A post that only the account's owner may read, or a server that tells strangers nothing. */
  Optional<Status> status(String id) throws IOException, NotFed {
    HttpResponse<byte[]> answer = server.ask("GET", STATUSES + "/" + encoded(id));
    return isGone(answer) ? Optional.empty() : Optional.of(read(required(answer)));
  }

  /**
   * Posts.
   *
   * @param once the same again within an hour is answered with the post that is there
   */
  Status post(String text, String language, Optional<String> image, String once)
      throws IOException, NotFed {
    String form =
        "status="
            + encoded(text)
            + "&visibility=public&language="
            + encoded(language)
            + image.map(id -> "&media_ids%5B%5D=" + encoded(id)).orElse("");
    HttpResponse<byte[]> answer =
        server.send(
            "POST",
            STATUSES,
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Idempotency-Key",
            once);
    return read(required(answer));
  }

  /** Lays a picture there; empty when the server needs longer: then the post goes without it. */
  Optional<String> picture(byte[] png, String alternative) throws IOException, NotFed {
    String border = "notbetrieb-" + Sha256.of(png).hex();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(out, border, "name=\"description\"", "text/plain; charset=utf-8");
    out.writeBytes(alternative.getBytes(StandardCharsets.UTF_8));
    out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    part(out, border, "name=\"file\"; filename=\"bild.png\"", "image/png");
    out.writeBytes(png);
    out.writeBytes(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    String type = "multipart/form-data; boundary=" + border;
    HttpResponse<byte[]> answer =
        server.send("POST", "/api/v2/media", out.toByteArray(), "Content-Type", type);
    String id = tree(required(answer)).path("id").asString("");
    return answer.statusCode() == 200 ? Optional.of(id) : Optional.empty();
  }

  private static void part(
      ByteArrayOutputStream out, String border, String disposition, String type) {
    out.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(border, disposition, type))
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** One that is gone already is fine. */
  void delete(String id) throws IOException, NotFed {
    HttpResponse<byte[]> answer = server.ask("DELETE", STATUSES + "/" + encoded(id));
    if (!isGone(answer)) {
      required(answer);
    }
  }

  private static boolean isGone(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 404 || answer.statusCode() == 410;
  }

  private JsonNode ask(String path) throws IOException, NotFed {
    return tree(required(server.ask("GET", path)));
  }

  private byte[] required(HttpResponse<byte[]> answer) throws NotFed {
    int status = answer.statusCode();
    return switch (status) {
      case 200, 202 -> answer.body();
      case 401, 403 -> throw new NotFed(Finding.What.SIGN_IN);
      case 422 -> throw new NotFed(Finding.What.NOT_ACCEPTED, said(answer.body()));
      case 429 -> throw NotFed.tooOften(pause(answer));
      default -> throw new NotFed(Finding.What.OTHER_STATUS, String.valueOf(status));
    };
  }

  private static String said(byte[] body) {
    try {
      return tree(body).path("error").asString("422");
    } catch (IOException e) {
      return "422";
    }
  }

  /** Seconds or a date by the standard, an instant by Mastodon's own header. */
  private Duration pause(HttpResponse<byte[]> answer) {
    Instant now = clock.instant();
    Duration asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .flatMap(words -> retryAfter(words, now))
            .or(
                () ->
                    answer
                        .headers()
                        .firstValue("X-RateLimit-Reset")
                        .flatMap(words -> reset(words, now)))
            .orElse(USUAL_PAUSE);
    if (asked.isNegative()) {
      return USUAL_PAUSE;
    }
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static Optional<Duration> retryAfter(String words, Instant now) {
    if (words.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(words)));
    }
    try {
      ZonedDateTime when = ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, when.toInstant()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> reset(String words, Instant now) {
    try {
      return Optional.of(Duration.between(now, OffsetDateTime.parse(words).toInstant()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static JsonNode tree(byte[] json) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IOException("mastodon: an answer that is no JSON", e);
    }
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
