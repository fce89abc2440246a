package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every field of every form of the staff's pages, filled with what nobody should type. */
@Tag("long")
class HostileInputTest {
  private static final List<String> HOSTILE =
      List.of("\0", "\u202e💥'\"<b>", "99999999999999999999", "x".repeat(20_000));

  /** Ends the session or adds none of its own. */
  private static final Set<String> LEFT_OUT = Set.of("/abmelden", "/konto/abmelden", "/anmelden");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Set<String> sent = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void nothingThatIsTypedIsAFaultOfTheServer(@TempDir Path data) throws Exception {
    try (RunningStaff staff = RunningStaff.demonstration(data)) {
      Map<String, String> signIn = fields(forms(staff.url("/anmelden")).getFirst());
      signIn.putAll(Map.of("name", "alles", "password", RunningStaff.PASSWORD));
      assertThat(post(staff.url("/anmelden"), signIn).statusCode()).isEqualTo(302);
      for (String path : staff.pages(StaffInTheBrowserTest.FILES)) {
        for (Element form : forms(staff.url(path))) {
          fill(staff, path, form);
        }
        ask(
            staff.url(
                path.replaceFirst("[^/]+$", URLEncoder.encode("\0💥", StandardCharsets.UTF_8))));
      }
      assertThat(sent).hasSizeGreaterThan(100);
      assertThat(faults).isEmpty();
    }
  }

  private void fill(RunningStaff staff, String path, Element form) throws Exception {
    String action = form.getAttribute("action").isEmpty() ? path : form.getAttribute("action");
    Map<String, String> usual = fields(form);
    for (String field : usual.keySet()) {
      if (LEFT_OUT.contains(action)
          || field.equals("_csrf")
          || !sent.add(action.replaceAll("[0-9a-f]{16,}|/[a-z]+-[^/]+", "*") + " " + field)) {
        continue;
      }
      for (String hostile : HOSTILE) {
        Map<String, String> typed = new LinkedHashMap<>(usual);
        typed.put(field, hostile);
        HttpResponse<String> answer =
            form.getAttribute("method").equalsIgnoreCase("post")
                ? post(staff.url(action), typed)
                : get(staff.url(action + "?" + encoded(Map.of(field, hostile.substring(0, 1)))));
        if (answer.statusCode() >= 500) {
          faults.add(answer.statusCode() + " " + action + " " + field);
        }
      }
    }
  }

  private void ask(String url) throws Exception {
    int status = get(url).statusCode();
    if (status >= 500) {
      faults.add(status + " " + url);
    }
  }

  private List<Element> forms(String url) throws IOException, InterruptedException, SAXException {
    InputSource html = new InputSource(new StringReader(get(url).body()));
    return elements(new HtmlDocumentBuilder().parse(html).getElementsByTagName("form")).toList();
  }

  /** As the page fills them; everything that can be chosen is, passwords stay empty. */
  private static Map<String, String> fields(Element form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Stream.of("input", "button", "textarea", "select")
        .flatMap(kind -> elements(form.getElementsByTagName(kind)))
        .filter(field -> field.hasAttribute("name"))
        .forEach(field -> fields.put(field.getAttribute("name"), value(field)));
    return fields;
  }

  private static String value(Element field) {
    return switch (field.getTagName()) {
      case "textarea" -> field.getTextContent();
      case "select" ->
          elements(field.getElementsByTagName("option"))
              .reduce((_, last) -> last)
              .orElseThrow()
              .getAttribute("value");
      default -> field.getAttribute("value");
    };
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String url, Map<String, String> fields)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
