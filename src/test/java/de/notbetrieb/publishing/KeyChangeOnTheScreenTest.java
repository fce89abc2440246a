package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Fingerprint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.publishing.place.StaffDesk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's key, looked at and changed on its screen. */
class KeyChangeOnTheScreenTest {
  private static final Map<String, String> GOOD =
      Map.of("reason", "Ein Rechner ist weg", "sure", "true", "password", PASSWORD);

  @TempDir Path data;
  private PublishingWorld world;
  private StaffOf staff;

  @BeforeEach
  void open() {
    world = PublishingWorld.founded(data);
    staff = new StaffOf(world, data);
  }

  @AfterEach
  void close() {
    staff.close();
    world.close();
  }

  private Minisign.PublicKey key() {
    return world.people.publicKey(TOWN).orElseThrow();
  }

  @Test
  void theKeyIsChangedOnceAndThePageSaysWhatIsToBeDone() throws Exception {
    StaffDesk desk = staff.signedIn("freigabe");
    assertThat(desk.read("/schluessel"))
        .contains("Wechseln lässt sich der Schlüssel nach der ersten Ausgabe.");
    world.publish();
    world.request();
    hangs(desk, "DOOR", "Tür am Markt");
    hangs(desk, "TAPE", "Ansage");
    Minisign.PublicKey old = key();
    assertThat(desk.read("/schluessel"))
        .contains(Fingerprint.of(old), "noch nie gewechselt", "Tür am Markt", "Allein")
        .doesNotContain("Ansage");
    nothingIsDoneWithoutReasonTickAndPassword(desk);
    assertThat(key()).isEqualTo(old);
    Map<String, String> form = desk.filled("/schluessel", "/schluessel", GOOD);
    Map<String, String> otherTab = desk.filled("/schluessel", "/schluessel", GOOD);

    HttpResponse<String> changed = desk.post("/schluessel", form);

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().allValues("Cache-Control")).containsExactly("no-store");
    Minisign.PublicKey next = key();
    assertThat(next).isNotEqualTo(old);
    assertThat(Pattern.compile("<li>[^<]+</li>").matcher(words(changed.body())).results())
        .hasSize(9);
    assertThat(changed.body().replaceAll("</?span[^>]*>", ""))
        .contains(Fingerprint.of(next), "neu gestellt werden", "Tür am Markt", "Allein");
    for (Map<String, String> again : java.util.List.of(form, otherTab)) {
      HttpResponse<String> second = desk.post("/schluessel", again);
      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(second.body())
          .contains("inzwischen schon gewechselt", "Ein Rechner ist weg")
          .doesNotContain(PASSWORD);
    }
    assertThat(key()).isEqualTo(next);
    assertThat(desk.read("/schluessel"))
        .contains("gilt ab Ausgabe 2", "Ein Rechner ist weg", Fingerprint.of(next));
    whoLostTheKeyIsToldSo();
  }

  @Test
  void newRecoveryWordsNeedTheRightPasswordAndTheFieldSaysSo() throws Exception {
    StaffDesk desk = staff.signedIn("freigabe");

    HttpResponse<String> refused =
        desk.post(
            "/konto/worte",
            desk.filled("/konto", "/konto/worte", Map.of("wordsPassword", "falsch")));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#wordsPassword\"", "id=\"wordsPassword-wrong\"")
        .doesNotContain("by-hand");
    HttpResponse<String> renewed =
        desk.post(
            "/konto/worte",
            desk.filled("/konto", "/konto/worte", Map.of("wordsPassword", PASSWORD)));
    assertThat(Pattern.compile("<li>[^<]+</li>").matcher(words(renewed.body())).results())
        .hasSize(9);
  }

  private void hangs(StaffDesk desk, String sort, String name) throws Exception {
    StaffDesk editor = staff.signedIn("redaktion");
    editor.addPlace(sort, name, "");
    assertThat(desk.read("/stellen")).contains(name);
  }

  private static String words(String page) {
    int at = page.indexOf("<ol class=\"by-hand\">");
    return page.substring(at, page.indexOf("</ol>", at));
  }

  private static void nothingIsDoneWithoutReasonTickAndPassword(StaffDesk desk) throws Exception {
    for (Map.Entry<String, String> bad :
        Map.of("reason", " ", "sure", "false", "password", "falsch").entrySet()) {
      Map<String, String> fields = new TreeMap<>(GOOD);
      fields.put(bad.getKey(), bad.getValue());
      HttpResponse<String> answer =
          desk.post("/schluessel", desk.filled("/schluessel", "/schluessel", fields));
      assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(422);
      assertThat(answer.body())
          .contains("href=\"#" + bad.getKey() + "\"", "id=\"" + bad.getKey() + "-wrong\"")
          .contains("value=\"" + fields.get("reason") + "\"")
          .doesNotContain(PASSWORD);
    }
  }

  private void whoLostTheKeyIsToldSo() throws Exception {
    StaffDesk other = staff.signedIn("allein");
    HttpResponse<String> answer =
        other.post("/schluessel", other.filled("/schluessel", "/schluessel", GOOD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Sie haben keinen Schlüssel der Stadt");
  }
}
