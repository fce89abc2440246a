package de.notbetrieb;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.checker.InfoAwareErrorHandler;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu validator, run in this process: its errors and warnings on a page. */
public final class HtmlCheck {
  private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";
  private static final int EXTRACT = 160;

  /** Reading the rules takes longer than holding a page against them. */
  private static final SimpleDocumentValidator RULES = rules();

  private HtmlCheck() {}

  private static SimpleDocumentValidator rules() {
    boolean guessesLanguages = true;
    SimpleDocumentValidator rules = new SimpleDocumentValidator(true, false, guessesLanguages);
    try {
      rules.setUpMainSchema(SCHEMA, new SystemErrErrorHandler());
    } catch (Exception e) {
      throw new IllegalStateException("the validator does not find its own schema", e);
    }
    return rules;
  }

  public static synchronized List<String> problems(String name, String html) {
    List<String> problems = new ArrayList<>();
    try {
      RULES.setUpValidatorAndParsers(new Collecting(name, html, problems), false, false);
      RULES.checkHtmlInputSource(new InputSource(new StringReader(html)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new AssertionError(name, e);
    }
    return problems;
  }

  private record Collecting(String name, String html, List<String> problems)
      implements InfoAwareErrorHandler {
    @Override
    public void info(SAXParseException said) {
      add(said);
    }

    @Override
    public void warning(SAXParseException said) {
      add(said);
    }

    @Override
    public void error(SAXParseException said) {
      add(said);
    }

    @Override
    public void fatalError(SAXParseException said) {
      add(said);
    }

    private void add(SAXParseException said) {
      problems.add(
          name + ":" + said.getLineNumber() + " " + said.getMessage() + " " + extract(said));
    }

    /** What stands before the place that it means. */
    private String extract(SAXParseException said) {
      String line = html.lines().skip(Math.max(said.getLineNumber() - 1, 0)).findFirst().orElse("");
      int end = Math.clamp(said.getColumnNumber(), 0, line.length());
      return line.substring(Math.max(end - EXTRACT, 0), end);
    }
  }
}
