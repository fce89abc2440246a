package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.edition.LogFiles;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.publishing.place.StaffDesk;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partner towns as witnesses, as people at the town hall do it: by files and forms. */
class WitnessesOnTheScreenTest {
  private static final List<Sha256> LEAVES =
      List.of(Sha256.of("1"), Sha256.of("2"), Sha256.of("3"));

  @TempDir static Path data;
  private static PublishingWorld world;
  private static StaffOf staff;
  private static StaffDesk desk;

  @BeforeAll
  static void aTownWithAnEdition() throws Exception {
    world = PublishingWorld.founded(data);
    world.publish();
    staff = new StaffOf(world, data);
    desk = staff.signedIn("freigabe");
  }

  @AfterAll
  static void close() {
    staff.close();
    world.close();
  }

  private static Neighbour known(String name) throws Exception {
    return known(Neighbour.called(name));
  }

  private static Neighbour known(Neighbour one) throws Exception {
    desk.send(
        "/zeugen",
        "/zeugen/partner",
        Map.of("key", one.key().vkey(), "compared", Fingerprint.of(one.key())));
    return one;
  }

  private static HttpResponse<String> send(String path, Map<String, String> fields)
      throws Exception {
    return desk.post(path, desk.filled("/zeugen", path, fields));
  }

  @Test
  void aPartnerIsTakenDownOnlyAfterItsDigitsWereCompared() throws Exception {
    Neighbour nehren = Neighbour.called("nehren.example");
    String digits = Fingerprint.of(nehren.key());

    HttpResponse<String> shown =
        send("/zeugen/partner", Map.of("key", " " + nehren.key().vkey() + "\r\n"));
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("Rufen Sie die Partnerstadt an", "value=\"" + digits + "\"");
    HttpResponse<String> others =
        send(
            "/zeugen/partner",
            Map.of("key", nehren.key().vkey(), "compared", "00000 00000 00000 00000 00000 00000"));
    assertThat(others.body()).contains(digits);
    assertThat(desk.read("/zeugen")).doesNotContain("nehren.example");

    known(nehren);
    assertThat(desk.read("/zeugen?done=known"))
        .contains("Die Partnerstadt ist aufgenommen.", "nehren.example", digits);
  }

  @Test
  void whatAPartnerSignedComesUnderOurLogAndTheListSaysHowFarItSaw() throws Exception {
    Neighbour aalen = known("aalen.example");
    HttpResponse<String> asked = desk.get("/zeugen/anfrage?partner=" + number(aalen));
    assertThat(asked.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("musterstadt-anfrage-1.txt");

    HttpResponse<String> sent =
        desk.upload(
            "/zeugen/antwort",
            desk.filled("/zeugen", "/zeugen/antwort", Map.of("lines", "")),
            "linesFile",
            "\uFEFF" + aalen.answer(asked.body()));

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(desk.read("/zeugen?done=received"))
        .contains("steht jetzt unter unserem Verzeichnis", "bis Ausgabe 1, unterschrieben");
    assertThat(Files.readString(world.store.log().resolve(LogFiles.CHECKPOINT)))
        .contains("— aalen.example ");
    assertThat(desk.get("/zeugen/anfrage?partner=" + number(aalen)).body()).startsWith("old 1\n");
    assertThat(desk.get("/zeugen/anfrage?partner=x&from=0").body()).startsWith("old 0\n");
  }

  @Test
  void weSignForAPartnerAndGiveTheAnswerOnceMoreWhenItWasLost() throws Exception {
    Neighbour ulm = known("ulm.example");
    Map<String, String> asked =
        Map.of("request", ulm.request(0, LEAVES.subList(0, 2)), "password", PASSWORD);
    Map<String, String> form = desk.filled("/zeugen", "/zeugen/unterschrift", asked);

    for (HttpResponse<String> answer :
        List.of(
            desk.post("/zeugen/unterschrift", form),
            desk.post("/zeugen/unterschrift", form),
            staffSends("allein", asked))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("— musterstadt.example ", "antwort-ulm.example-2.txt", "data:text/plain");
    }
    assertThat(desk.read("/zeugen")).contains("bis Ausgabe 2, unterschrieben");
  }

  private static HttpResponse<String> staffSends(String who, Map<String, String> fields)
      throws Exception {
    StaffDesk colleague = staff.signedIn(who);
    return colleague.post(
        "/zeugen/unterschrift", colleague.filled("/zeugen", "/zeugen/unterschrift", fields));
  }

  @Test
  void aForkedLogIsRefusedAtItsFieldAndKeptAsEvidence() throws Exception {
    Neighbour kehl = known("kehl.example");
    send(
        "/zeugen/unterschrift",
        Map.of("request", kehl.request(0, LEAVES.subList(0, 2)), "password", PASSWORD));
    List<Sha256> forked = List.of(Sha256.of("x"), Sha256.of("2"), Sha256.of("3"));

    HttpResponse<String> answer =
        send(
            "/zeugen/unterschrift",
            Map.of("request", kehl.request(2, forked), "password", PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("href=\"#request\"", "id=\"request-wrong\"", "Rufen Sie die Partnerstadt an")
        .contains("old 2\n")
        .doesNotContain(PASSWORD);
    assertThat(world.store.evidence()).isNotEmptyDirectory();
  }

  @Test
  void everyMistakeIsSaidAtItsFieldAndWhatWasPastedStaysThere() throws Exception {
    Neighbour rust = known("rust.example");
    String request = rust.request(0, LEAVES);
    wrong("request", "password", Map.of("request", request, "password", "falsch"), request.strip());
    wrong("request", "request", Map.of("request", "Guten Tag", "password", PASSWORD), "Guten Tag");
    wrong("lines", "lines", Map.of("lines", "Anbei."), "Anbei.");
    wrong("key", "key", Map.of("key", "kein+schluessel"), "kein+schluessel");
    String own = world.editions.partners().own(TOWN).get().vkey();
    wrong("key", "key", Map.of("key", own), own.substring(0, 20));
    wrong("key", "key", Map.of("key", "x".repeat(100_001)), "x".repeat(100));
    HttpResponse<String> from = desk.get("/zeugen/anfrage?from=9");
    assertThat(from.statusCode()).isEqualTo(422);
    assertThat(from.body()).contains("id=\"from-wrong\"", "value=\"9\"");
    assertThat(desk.get("/zeugen/anfrage?from=alles").statusCode()).isEqualTo(422);
    assertThat(world.journal.read(TOWN).all(Witness.KIND))
        .noneMatch(one -> one.value().key().name().startsWith("kein"));
  }

  private static void wrong(String field, String at, Map<String, String> fields, String kept)
      throws Exception {
    String path =
        Map.of(
                "request",
                "/zeugen/unterschrift",
                "lines",
                "/zeugen/antwort",
                "key",
                "/zeugen/partner")
            .getOrDefault(field, "");
    HttpResponse<String> answer = send(path, fields);
    assertThat(answer.statusCode()).as(fields.toString()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#" + at + "\"", "id=\"" + at + "-wrong\"");
    int area = answer.body().indexOf("<textarea class=\"pasted\" id=\"" + field + "\"");
    assertThat(area).isPositive();
    assertThat(answer.body().substring(area)).contains(kept);
  }

  @Test
  void whoReadsSeesTheListAndHandsOutFilesButIsOfferedNothingElse() throws Exception {
    known("nagold.example");
    StaffDesk reader = staff.signedIn("lesen");

    assertThat(reader.read("/zeugen"))
        .contains("nagold.example", "Anfrage herunterladen")
        .doesNotContain("Unterschreiben", "Kennung zeigen", "Antwort aufnehmen");
    String own = reader.get("/zeugen/note.pub").body();
    assertThat(own).isEqualTo(Files.readString(world.store.keyFile().resolveSibling("note.pub")));
    assertThat(reader.read("/zeugen")).contains(Fingerprint.of(NoteKey.parse("note.pub", own)));
    assertThat(reader.read("/schluessel"))
        .contains(Fingerprint.of(NoteKey.parse("note.pub", own)), "Wann nicht")
        .doesNotContain("endgültig");
    assertThat(reader.read("/ausgaben")).contains("Partnerstädte als Zeugen");
    assertThat(reader.read("/stellen")).contains("Partnerstädte als Zeugen");
  }

  private static String number(Neighbour one) {
    return one.key().number();
  }
}
