package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the town hall who uses the screens, with a browser's cookies and tokens. */
final class StaffDesk {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  private StaffDesk(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  static StaffDesk signedIn(int port, String name, String password) throws Exception {
    StaffDesk desk = new StaffDesk(port);
    desk.send("/anmelden", "/anmelden", Map.of("name", name, "password", password), 302);
    return desk;
  }

  /** What people read on a screen, in one line. */
  String read(String path) throws Exception {
    return VisibleWords.of(page(path));
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Fills a form in on its screen and sends it. */
  void send(String screen, String path, Map<String, String> fields) throws Exception {
    send(screen, path, fields, 303);
  }

  private void send(String screen, String path, Map<String, String> fields, int expected)
      throws Exception {
    String page = page(screen);
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", found(TOKEN, page));
    all.put("form", found(FORM, page) + path.replace('/', '-'));
    all.put("seen", found(SEEN, page));
    String body =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as(path + " " + VisibleWords.of(answer.body()))
        .isEqualTo(expected);
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    return found.find() ? found.group(1) : "12345678";
  }

  /** Writes a place down and gives its id. */
  String addPlace(String sort, String name, String address) throws Exception {
    send(
        "/stellen/neu/angaben",
        "/stellen/neu/angaben",
        Map.of(
            "placeSort",
            sort,
            "placeName",
            name,
            "placeFeeder",
            "Pressestelle",
            "placeAddress",
            address));
    return found(
        Pattern.compile("href=\"/stellen/([^\"]+)\">" + Pattern.quote(name) + "<"),
        page("/stellen"));
  }

  /** What the board says of a place: its row. */
  String row(String name) throws Exception {
    String page = page("/stellen");
    int at = page.indexOf(">" + name + "</a>");
    assertThat(at).as(name).isPositive();
    return VisibleWords.of(page.substring(at + 1, page.indexOf("</tr>", at)));
  }
}
