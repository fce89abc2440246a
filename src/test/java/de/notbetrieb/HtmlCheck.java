package de.notbetrieb;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Nu validator, run in this process: its errors and warnings on a page. */
public final class HtmlCheck {
  private HtmlCheck() {}

  public static List<String> problems(String name, String html) {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    try {
      String said =
          validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
      List<String> problems = new ArrayList<>();
      for (JsonNode message : JsonMapper.shared().readTree(said).path("messages")) {
        problems.add(
            name
                + ":"
                + message.path("lastLine").asString("")
                + " "
                + message.path("message").asString("")
                + " "
                + message.path("extract").asString(""));
      }
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new AssertionError(name, e);
    }
  }
}
