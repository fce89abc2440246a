package de.notbetrieb.channel.poster;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.edition.Varied;
import de.notbetrieb.platform.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  @TempDir Path folder;

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
        Stream.of(Varied.inEveryLanguage(Examples.moessingen()), Examples.minimal()),
        spoilers.stream().map(spoil -> Varied.inEveryLanguage(RandomEditions.full(3, spoil))));
  }

  @ParameterizedTest
  @MethodSource("editions")
  void everySheetIsAccessibleAndEveryPosterIsOnePage(Edition edition) throws Exception {
    for (Map.Entry<String, byte[]> sheet :
        Rendered.of(new PaperChannel(), edition).files().entrySet()) {
      assertThat(failures(sheet.getValue())).as(sheet.getKey()).isEmpty();
      if (!sheet.getKey().equals("telefon.pdf")) {
        try (PDDocument poster = Loader.loadPDF(sheet.getValue())) {
          assertThat(poster.getNumberOfPages()).as(sheet.getKey()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void eachOfficeAndEachLifeSituationWithAServiceHasAPosterOfItsOwn() throws IOException {
    Rendered files = Rendered.of(new PaperChannel(), Examples.moessingen());
    Path shown = Files.createDirectories(Path.of("target", "paper"));
    for (Map.Entry<String, byte[]> sheet : files.files().entrySet()) {
      Files.write(shown.resolve(sheet.getKey().replace('/', '-')), sheet.getValue());
    }
    assertThat(files.files().keySet())
        .containsExactlyInAnyOrder(
            "plakat.pdf",
            "plakat-a3.pdf",
            "telefon.pdf",
            "tischkarte.pdf",
            "orte/rathaus/plakat.pdf",
            "orte/buecherei/plakat.pdf",
            "lebenslagen/geburt/plakat.pdf",
            "lebenslagen/ausweis/plakat.pdf",
            "lebenslagen/geld/plakat.pdf",
            "lebenslagen/wohnen/plakat.pdf");
    assertThat(text("orte/buecherei/plakat.pdf"))
        .contains("Stadtbücherei", "Geschlossen", "Bis 5. Dezember", "Kommen Sie hierher: Rathaus");
    assertThat(text("lebenslagen/ausweis/plakat.pdf"))
        .contains("Fertigen Ausweis abholen: geht", "Rufen Sie zuerst an.", "Stand Dienstag");
  }

  @Test
  void aNewEditionWithoutNewsKeepsThePostersOfOfficesAndLifeSituations() {
    Edition before = Examples.moessingen();
    Rendered after = Rendered.of(new PaperChannel(), Varied.anHourLater(before));
    Rendered.of(new PaperChannel(), before)
        .files()
        .forEach(
            (path, bytes) -> {
              if (path.contains("/") || path.equals("tischkarte.pdf")) {
                assertThat(after.bytes(path)).as(path).isEqualTo(bytes);
              }
            });
  }

  /** Printed, photographed and read as a phone does it. */
  @Test
  @Tag("browser")
  void theCodesLeadToTheTown() throws IOException {
    Rendered files = Rendered.of(new PaperChannel(), Examples.moessingen());
    Map<String, String> leads =
        Map.of(
            "plakat.pdf", "",
            "plakat-a3.pdf", "",
            "tischkarte.pdf", "",
            "orte/rathaus/plakat.pdf", "",
            "lebenslagen/ausweis/plakat.pdf", "dienste/#ausweis");
    for (Map.Entry<String, String> one : leads.entrySet()) {
      Path pdf = folder.resolve("sheet.pdf");
      Files.write(pdf, files.bytes(one.getKey()));
      String picture = folder.resolve("sheet").toString();
      Commands.run(
          new byte[0], "pdftoppm", "-r", "100", "-png", "-singlefile", pdf.toString(), picture);
      assertThat(Commands.run(new byte[0], "zbarimg", "--raw", "-q", picture + ".png").lines())
          .as(one.getKey())
          .contains("https://notbetrieb.moessingen.example/" + one.getValue());
    }
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
  void whoeverReadsNoGermanIsToldAtTheDoorThatTheAddressSpeaksTheirLanguage() throws IOException {
    Edition edition = Varied.inEveryLanguage(Examples.moessingen());
    byte[] pdf = Rendered.of(new PaperChannel(), edition).bytes("plakat.pdf");
    Files.write(Files.createDirectories(Path.of("target", "paper")).resolve("sprachen.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("English", "Türkçe", "Українська", "Русский", "Română", "Polski")
          .contains("Einfache Sprache", "Français", "Italiano");
    }
    assertThat(Language.AR.ownName())
        .as("drawn in poster/ar.png: another name needs another picture")
        .isEqualTo("العربية");
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
