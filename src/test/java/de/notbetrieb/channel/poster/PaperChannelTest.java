package de.notbetrieb.channel.poster;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PaperChannelTest {
  @BeforeAll
  static void chooseTheValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Edition> editions() {
    List<UnaryOperator<String>> spoilers =
        List.of(
            words -> (words + " ").repeat(300),
            words -> "ä".repeat(5000),
            words -> words + "\u202E<b>&amp;]]>\u0000\uD800 \uD83D\uDE00 \u0627\u0644 ✓ ➜");
    return Stream.concat(
        Stream.of(Examples.moessingen(), Examples.minimal()),
        spoilers.stream().map(spoil -> RandomEditions.full(3, spoil)));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void bothAreAccessibleAndThePosterIsOnePage(Edition edition) throws Exception {
    Rendered files = Rendered.of(new PaperChannel(), edition);
    try (PDDocument poster = Loader.loadPDF(files.bytes("plakat.pdf"))) {
      assertThat(poster.getNumberOfPages()).isEqualTo(1);
    }
    assertThat(failures(files.bytes("plakat.pdf"))).isEmpty();
    assertThat(failures(files.bytes("telefon.pdf"))).isEmpty();
  }

  @Test
  void thePosterSaysWhatAPersonAtTheDoorAsks() throws IOException {
    assertThat(text("plakat.pdf"))
        .contains("DEMONSTRATION", "Das Rathaus ist offen.", "Freiherr", "Ausgabe 7")
        .contains("Mittwoch, 22. November", "8 bis 12 Uhr", "Geschlossen: Stadtbücherei")
        .contains("Karte zahlen im Rathaus", "Nächste Nachricht", "notbetrieb.moessingen.example")
        .doesNotContain("030 23125-0", "@");
  }

  @Test
  void theSheetNamesEveryServiceWithItsStateAndSentence() throws IOException {
    String text = text("telefon.pdf");
    Examples.moessingen()
        .services()
        .forEach(service -> assertThat(text).contains(service.name().de().split(" ")[0]));
    assertThat(text).contains("geht gerade nicht", "Bitte bar zahlen.", "Ausgabe 7", "1 / 1");
  }

  private static String text(String path) throws IOException {
    byte[] pdf = Rendered.of(new PaperChannel(), Examples.moessingen()).bytes(path);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static List<String> failures(byte[] pdf)
      throws ModelParsingException, EncryptedPdfException, ValidationException, IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
          .distinct()
          .toList();
    }
  }
}
