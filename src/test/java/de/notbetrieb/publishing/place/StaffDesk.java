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
public final class StaffDesk {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  private StaffDesk(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  public static StaffDesk signedIn(int port, String name, String password) throws Exception {
    StaffDesk desk = new StaffDesk(port);
    desk.send("/anmelden", "/anmelden", Map.of("name", name, "password", password), 302);
    return desk;
  }

  /** What people read on a screen, in one line. */
  public String read(String path) throws Exception {
    return VisibleWords.of(page(path));
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  public HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
  }

  /** Fills a form in on its screen and sends it. */
  public void send(String screen, String path, Map<String, String> fields) throws Exception {
    send(screen, path, fields, 303);
  }

  private void send(String screen, String path, Map<String, String> fields, int expected)
      throws Exception {
    HttpResponse<String> answer = post(path, filled(screen, path, fields));
    assertThat(answer.statusCode())
        .as(path + " " + VisibleWords.of(answer.body()))
        .isEqualTo(expected);
  }

  /** The fields of a form with what its screen puts beside them. */
  public Map<String, String> filled(String screen, String path, Map<String, String> fields)
      throws Exception {
    String page = page(screen);
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", found(TOKEN, page));
    all.put("form", found(FORM, page) + path.replace('/', '-'));
    all.put("seen", found(SEEN, page));
    return all;
  }

  public HttpResponse<String> post(String path, Map<String, String> filled) throws Exception {
    String body =
        filled.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  /** The same with one field as a file. */
  public HttpResponse<String> upload(
      String path, Map<String, String> filled, String field, String file) throws Exception {
    StringBuilder body = new StringBuilder();
    filled.forEach((name, value) -> body.append(part(name, "")).append(value).append("\r\n"));
    body.append(part(field, "; filename=\"brief.txt\"")).append(file).append("\r\n--x--\r\n");
    return post(path, "multipart/form-data; boundary=x", body.toString());
  }

  private static String part(String name, String more) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    return found.find() ? found.group(1) : "12345678";
  }

  /** Writes a place down and gives its id. */
  public String addPlace(String sort, String name, String address) throws Exception {
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
