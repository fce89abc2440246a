package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.publishing.place.StaffDesk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One partner town's page: its end and its next key, as people do it by forms. */
class PartnerOnTheScreenTest {
  private static final String WHY = "Die Stadt hat ihr Programm abgeschaltet.";

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

  private static Neighbour known(String name) {
    Neighbour one = Neighbour.called(name);
    world
        .editions
        .partners()
        .know(TOWN, world.person("freigabe"), RequestId.random(), one.key().vkey());
    return one;
  }

  private static String page(Neighbour one) {
    return "/zeugen/partner/" + one.key().number();
  }

  private static HttpResponse<String> send(
      Neighbour one, String act, String number, Map<String, String> fields) throws Exception {
    Map<String, String> all = desk.filled(page(one), page(one) + act, fields);
    all.put("number", number);
    return desk.post(page(one) + act, all);
  }

  @Test
  void aPartnershipEndsWithAReasonAndStandsInTheListAsHistory() throws Exception {
    Neighbour nehren = known("nehren.example");
    String line = nehren.answer(world.editions.witnessing().ask(TOWN, 0));

    HttpResponse<String> empty =
        send(nehren, "/ende", nehren.key().number(), Map.of("reason", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("href=\"#reason\"", "id=\"reason-wrong\"");
    HttpResponse<String> done = send(nehren, "/ende", nehren.key().number(), Map.of("reason", WHY));
    assertThat(done.headers().firstValue("Location").orElseThrow())
        .endsWith(page(nehren) + "?done=ended#content");

    assertThat(desk.read(page(nehren) + "?done=ended"))
        .contains("Die Partnerschaft mit nehren.example ist beendet.", "Keine Partnerstadt mehr.")
        .contains("aufgenommen von Leitung", "Partnerschaft beendet von Leitung", WHY)
        .doesNotContain("Warum scheidet sie aus?");
    assertThat(desk.read("/zeugen"))
        .contains("Frühere Partnerstädte", "nehren.example", "Partnerstadt von ", WHY);
    assertThat(desk.get("/zeugen").body())
        .doesNotContain("<option value=\"" + nehren.key().number() + "\"");
    assertThat(desk.get("/zeugen/zeugen.txt").body()).doesNotContain("nehren.example");
    for (String from : new String[] {"", "0"}) {
      HttpResponse<String> asked =
          desk.get("/zeugen/anfrage?partner=" + nehren.key().number() + "&from=" + from);
      assertThat(asked.statusCode()).isEqualTo(409);
      assertThat(asked.body()).contains("nehren.example ist keine Partnerstadt mehr.");
    }
    HttpResponse<String> late =
        desk.post(
            "/zeugen/antwort", desk.filled("/zeugen", "/zeugen/antwort", Map.of("lines", line)));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("nehren.example ist keine Partnerstadt mehr.");
  }

  @Test
  void aNewKeyHoldsOnlyAfterItsDigitsWereCompared() throws Exception {
    Neighbour aalen = known("aalen.example");
    Neighbour renewed = aalen.withNewKey();
    String digits = Fingerprint.of(renewed.key());
    Map<String, String> typed =
        Map.of("key", renewed.key().vkey(), "keyReason", "Ein Rechner war weg.");

    HttpResponse<String> shown = send(aalen, "/schluessel", aalen.key().number(), typed);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body())
        .contains("Rufen Sie die Partnerstadt an", "value=\"" + digits + "\"")
        .contains("value=\"Ein Rechner war weg.\"");
    assertThat(desk.get("/zeugen/zeugen.txt").body()).contains(aalen.key().vkey());

    Map<String, String> compared = new java.util.TreeMap<>(typed);
    compared.put("compared", digits);
    assertThat(send(aalen, "/schluessel", aalen.key().number(), compared).statusCode())
        .isEqualTo(303);
    assertThat(desk.get("/zeugen/zeugen.txt").body())
        .contains(renewed.key().vkey())
        .doesNotContain(aalen.key().vkey());
    assertThat(desk.read(page(aalen)))
        .contains(digits, "Schlüssel ausgetauscht von Leitung", "Ein Rechner war weg.")
        .contains("Bis dahin galt diese Kennung: " + Fingerprint.of(aalen.key()));
  }

  @Test
  void whoSawAnOlderKeyOrTheWrongFileIsToldAndNothingChanges() throws Exception {
    Neighbour ulm = known("ulm.example");
    HttpResponse<String> wrong =
        send(
            ulm,
            "/schluessel",
            ulm.key().number(),
            Map.of("key", Neighbour.called("x.example").key().vkey(), "keyReason", "Neu."));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("id=\"key-wrong\"", "Das ist der Schlüssel von x.example, nicht von ulm.example");
    HttpResponse<String> late = send(ulm, "/ende", "00000000", Map.of("reason", WHY));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Der Schlüssel von ulm.example wurde inzwischen ausgetauscht.", WHY);
    assertThat(desk.get("/zeugen/partner/12345678").statusCode()).isEqualTo(404);
    HttpResponse<String> twice =
        desk.post(
            "/zeugen/partner", desk.filled("/zeugen", "/zeugen/partner", twice(ulm.withNewKey())));
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("ulm.example ist schon Partnerstadt");
    assertThat(staff.signedIn("lesen").read(page(ulm)))
        .contains("ulm.example", "aufgenommen von Leitung")
        .doesNotContain("Warum");
  }

  private static Map<String, String> twice(Neighbour one) {
    return Map.of("key", one.key().vkey(), "compared", Fingerprint.of(one.key()));
  }
}
