package de.notbetrieb.publishing.place;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.notbetrieb.platform.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that behaves as Mastodon's API documentation says: tokens, posts of 500 characters that
 * it marks up itself, keys that it remembers so that nothing is posted twice, pictures, pauses.
 */
final class MastodonServer implements AutoCloseable {
  static final String TOKEN = "ein-token-des-kontos";
  private static final int MOST = 500;
  private static final Pattern LINK = Pattern.compile("(https?://)(\\S{1,30})(\\S*)");

  /** A post as it stands there. */
  record Post(String id, String content, String language, List<String> media) {}

  /** A refusal, instead of the next answer to that method. */
  record Refusal(String method, int status, Map<String, String> headers) {}

  final Map<String, Post> posts = new LinkedHashMap<>();
  final Map<String, String> pictures = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final HttpServer server;
  private Optional<Refusal> refusal = Optional.empty();
  private boolean losesAnswers;
  private boolean membersOnly;
  private boolean listsNothing;
  private int count = 100;

  MastodonServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized void refuse(Refusal next) {
    refusal = Optional.of(next);
  }

  /** What is posted stands there, but nobody hears of it. */
  synchronized void loseAnswers(boolean lost) {
    losesAnswers = lost;
  }

  /** More than an hour later. */
  synchronized void forgetKeys() {
    keys.clear();
  }

  /** It does not say what was posted last. */
  synchronized void listNothing() {
    listsNothing = true;
  }

  /** Strangers are told nothing. */
  synchronized void closeToStrangers() {
    membersOnly = true;
  }

  synchronized void change(String id, String from, String to) {
    posts.computeIfPresent(
        id,
        (_, post) -> new Post(id, post.content().replace(from, to), post.language(), post.media()));
  }

  synchronized long asked(String what) {
    return asked.stream().filter(one -> one.startsWith(what)).count();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    asked.add(method + " " + path);
    try (exchange) {
      Optional<Refusal> now = refusal.filter(one -> one.method().equals(method));
      if (now.isPresent()) {
        refusal = Optional.empty();
        now.get()
            .headers()
            .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        send(exchange, now.get().status(), Map.of("error", "Validation failed: Text ist zu lang"));
        return;
      }
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      boolean isOpen = method.equals("GET") && path.startsWith("/api/v1/statuses/") && !membersOnly;
      if (!known && !isOpen) {
        send(exchange, 401, Map.of("error", "The access token is invalid"));
        return;
      }
      route(exchange, method, path, body);
    }
  }

  private void route(HttpExchange exchange, String method, String path, byte[] body)
      throws IOException {
    String id = path.substring(path.lastIndexOf('/') + 1);
    switch (method + " " + path.replaceAll("\\d{3,}", ":id")) {
      case "GET /api/v1/accounts/verify_credentials" -> send(exchange, 200, Map.of("id", "777"));
      case "GET /api/v1/accounts/:id/statuses" ->
          send(
              exchange,
              200,
              listsNothing
                  ? List.of()
                  : posts.values().stream().map(this::told).toList().reversed());
      case "POST /api/v1/statuses" -> post(exchange, new String(body, StandardCharsets.UTF_8));
      case "POST /api/v2/media" -> picture(exchange, body);
      case "GET /api/v1/statuses/:id" ->
          send(
              exchange,
              posts.containsKey(id) ? 200 : 404,
              posts.containsKey(id) ? told(posts.get(id)) : Map.of("error", "Record not found"));
      case "DELETE /api/v1/statuses/:id" ->
          send(
              exchange,
              posts.containsKey(id) ? 200 : 404,
              posts.containsKey(id) ? told(posts.remove(id)) : Map.of("error", "Record not found"));
      default -> send(exchange, 404, Map.of("error", "Record not found"));
    }
  }

  private Map<String, Object> told(Post post) {
    return Map.of(
        "id", post.id(),
        "url", address() + "/@stadt/" + post.id(),
        "visibility", "public",
        "language", post.language(),
        "content", post.content(),
        "account", Map.of("id", "777"));
  }

  private void post(HttpExchange exchange, String form) throws IOException {
    Map<String, String> fields =
        Stream.of(form.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    String text = fields.getOrDefault("status", "");
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (text.isBlank() || text.length() > MOST) {
      send(exchange, 422, Map.of("error", "Validation failed: Text character limit exceeded"));
      return;
    }
    String id = keys.computeIfAbsent(key, _ -> String.valueOf(++count));
    posts.computeIfAbsent(
        id,
        _ ->
            new Post(
                id,
                marked(text),
                fields.getOrDefault("language", ""),
                Stream.ofNullable(fields.get("media_ids[]")).toList()));
    if (!losesAnswers) {
      send(exchange, 200, told(posts.get(id)));
    }
  }

  /** As Mastodon marks paragraphs, lines and addresses up. */
  private static String marked(String text) {
    String safe =
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    String linked =
        LINK.matcher(safe)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">%s</span><span class=\"ellipsis\">%s</span><span class=\"invisible\">%s</span></a>"
                            .formatted(
                                found.group(), found.group(1), found.group(2), found.group(3))));
    return "<p>" + linked.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
  }

  private void picture(HttpExchange exchange, byte[] body) throws IOException {
    String parts = new String(body, StandardCharsets.UTF_8);
    Matcher description =
        Pattern.compile("(?s)name=\"description\".*?\r\n\r\n(.*?)\r\n--").matcher(parts);
    if (!parts.contains("PNG") || !description.find()) {
      send(exchange, 422, Map.of("error", "Validation failed: File content type is invalid"));
      return;
    }
    String id = String.valueOf(++count);
    pictures.put(id, description.group(1));
    send(exchange, 200, Map.of("id", id, "type", "image"));
  }

  private static void send(HttpExchange exchange, int status, Object words) throws IOException {
    byte[] json = Json.write(words).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
