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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Somebody who reads the staff's pages and sends their forms, without a browser. */
final class FormClient {
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  void signIn(RunningStaff staff) throws IOException, InterruptedException, SAXException {
    Map<String, String> signIn = fields(forms(staff.url("/anmelden")).getFirst());
    signIn.putAll(Map.of("name", "alles", "password", RunningStaff.PASSWORD));
    assertThat(post(staff.url("/anmelden"), signIn).statusCode()).isEqualTo(302);
  }

  List<Element> forms(String url) throws IOException, InterruptedException, SAXException {
    InputSource html = new InputSource(new StringReader(get(url).body()));
    return elements(new HtmlDocumentBuilder().parse(html).getElementsByTagName("form")).toList();
  }

  /** As the page fills them; everything that can be chosen is, passwords stay empty. */
  static Map<String, String> fields(Element form) {
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

  HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String url, Map<String, String> fields)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
