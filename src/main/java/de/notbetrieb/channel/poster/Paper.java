package de.notbetrieb.channel.poster;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.util.ConcurrentLruCache;

/**
 * A page of XHTML as PDF/UA-1 with embedded fonts. The same page and time give the same bytes: dates
 * and document id, which would be those of the moment, are those of the edition.
 */
record Paper(byte[] bytes, int pages) {
  private static final TemplateEngine ENGINE = engine();
  private static final byte[] REGULAR = font("400Regular/FiraSans_400Regular.ttf");
  private static final byte[] SEMI_BOLD = font("600SemiBold/FiraSans_600SemiBold.ttf");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9:]+)");

  /** For what has no time of its own. */
  static final OffsetDateTime NO_TIME = OffsetDateTime.parse("2000-01-01T00:00:00Z");

  /**
   * An edition is rendered to be looked at, to be asked for and to be released; most of its paper
   * is that of the edition before. What was printed lately is not printed again.
   */
  private static final ConcurrentLruCache<Filled, Paper> PRINTED =
      new ConcurrentLruCache<>(100, Paper::printed);

  private static final int MOST_LETTERS = 3_500;
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  static {
    XRLog.setLoggingEnabled(false);
  }

  private static TemplateEngine engine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Paper.class.getClassLoader(), "de.notbetrieb.pages");
    engine.setBinaryStaticContent(true);
    return engine;
  }

  /** The template, filled. */
  static String page(String template, Object page) {
    StringOutput output = new StringOutput(16_384);
    ENGINE.render("poster/" + template + ".jte", Map.of("page", page), output);
    return output.toString();
  }

  /** The first that fits on one page: they say less and less. */
  static <S extends Sheet> byte[] onOnePage(
      String template, Stream<S> sheets, Function<S, OffsetDateTime> asOf) {
    return sheets
        .map(sheet -> new Filled(page(template, sheet), asOf.apply(sheet)))
        .filter(Filled::mayFit)
        .map(PRINTED::get)
        .filter(paper -> paper.pages() == 1)
        .findFirst()
        .map(Paper::bytes)
        .orElseThrow(() -> new IllegalStateException("the least does not fit on a page"));
  }

  /** A page that is yet to be printed. */
  private record Filled(String xhtml, OffsetDateTime asOf) {
    /** Printing costs far more than counting letters: so many never stand on one page. */
    boolean mayFit() {
      String body = xhtml.substring(xhtml.indexOf("<body"));
      return TAGS.matcher(body).replaceAll("").length() <= MOST_LETTERS;
    }
  }

  /** Page after page, as many as it needs. */
  static Paper print(String xhtml, OffsetDateTime asOf) {
    return PRINTED.get(new Filled(xhtml, asOf));
  }

  private static Paper printed(Filled page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Notbetrieb");
    font(builder, REGULAR, 400);
    font(builder, SEMI_BOLD, 600);
    builder.withHtmlContent(page.xhtml(), "");
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      fix(document, page.asOf());
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
      document.save(out);
      return new Paper(out.toByteArray(), document.getNumberOfPages());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fix(PDDocument document, OffsetDateTime asOf) throws IOException {
    Calendar date = GregorianCalendar.from(asOf.toZonedDateTime());
    document.getDocumentInformation().setCreationDate(date);
    document.getDocumentInformation().setModificationDate(date);
    document.setDocumentId(asOf.toEpochSecond());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String fixed = DATE.matcher(xmp).replaceAll(asOf.toInstant().toString());
    metadata.importXMPMetadata(fixed.getBytes(StandardCharsets.UTF_8));
  }

  private static void font(PdfRendererBuilder builder, byte[] font, int weight) {
    builder.useFont(
        () -> new ByteArrayInputStream(font), "Fira Sans", weight, FontStyle.NORMAL, true);
  }

  private static byte[] font(String name) {
    try (InputStream in =
        Optional.ofNullable(Paper.class.getResourceAsStream("/vendor/fira-sans/" + name))
            .orElseThrow()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
