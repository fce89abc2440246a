package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutDatabaseTest {
  @Test
  void whenTheDatabaseIsGoneEveryPageSaysSoInsteadOfBreaking(@TempDir Path data) throws Exception {
    try (RunningStaff staff = RunningStaff.freshTown(data)) {
      FormClient client = new FormClient();
      client.signIn(staff);
      Map<String, String> nextWord =
          client.forms(staff.url("/naechste-nachricht")).stream()
              .map(FormClient::fields)
              .filter(fields -> fields.containsKey("seen"))
              .findFirst()
              .orElseThrow();
      Map<String, String> signIn =
          FormClient.fields(new FormClient().forms(staff.url("/anmelden")).getFirst());
      staff.loseDatabase();

      for (String page : List.of("/", "/systeme", "/anmelden")) {
        saysSo(client.get(staff.url(page)));
      }
      assertThat(client.get(staff.url("/hilfe/notfall-ohne-programm")).body())
          .contains("Wenn auch das Programm nicht geht");
      saysSo(client.post(staff.url("/naechste-nachricht"), nextWord));
      signIn.putAll(Map.of("name", "alles", "password", RunningStaff.PASSWORD));
      signIn.put("_csrf", nextWord.get("_csrf"));
      saysSo(client.post(staff.url("/anmelden"), signIn));
    }
  }

  private static void saysSo(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(503);
    assertThat(answer.body())
        .contains("<main id=\"content\">", "Datenbank")
        .doesNotContain("Öffentlich: noch nichts");
  }
}
