package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start page of staff reminds of. It is 21 November 2023. */
class TodoTest {
  @Test
  void aNoticeWhoseLastDayIsPastIsToBeChanged(@TempDir Path data) throws Exception {
    try (RunningStaff staff = RunningStaff.freshTown(data)) {
      FormClient client = new FormClient();
      client.signIn(staff);

      notice(client, staff, "2023-11-21", true);
      notice(client, staff, "2023-11-20", false);
      assertThat(overview(client, staff)).doesNotContain("letzte Tag");

      notice(client, staff, "2023-11-20", true);
      assertThat(overview(client, staff))
          .contains("<a href=\"/wort\">Bei einem Hinweis ist der letzte Tag vorbei");

      notice(client, staff, "2023-11-17", true);
      assertThat(overview(client, staff)).contains("Bei 2 Hinweisen ist der letzte Tag vorbei");
    }
  }

  private static String overview(FormClient client, RunningStaff staff) throws Exception {
    return client.get(staff.url("/")).body();
  }

  private static void notice(FormClient client, RunningStaff staff, String lastDay, boolean ready)
      throws Exception {
    String url = staff.url("/wort/hinweise/neu");
    Map<String, String> fields =
        client.forms(url).stream()
            .map(FormClient::fields)
            .filter(one -> one.containsKey("lastDay"))
            .findFirst()
            .orElseThrow();
    fields.putAll(Map.of("title", "Anträge", "body", "Bitte stellen.", "lastDay", lastDay));
    fields.remove("remove");
    fields.remove("ready");
    if (ready) {
      fields.put("ready", "true");
    }
    assertThat(client.post(url, fields).statusCode()).isEqualTo(303);
  }
}
