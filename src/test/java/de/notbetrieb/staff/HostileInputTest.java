package de.notbetrieb.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Every field of every form of the staff's pages, filled with what nobody should type. */
@Tag("long")
class HostileInputTest {
  private static final List<String> HOSTILE =
      List.of("\0", "\u202e💥'\"<b>", "99999999999999999999", "x".repeat(20_000));

  /** Ends the session or adds none of its own. */
  private static final Set<String> LEFT_OUT = Set.of("/abmelden", "/konto/abmelden", "/anmelden");

  private final FormClient client = new FormClient();
  private final Set<String> sent = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void nothingThatIsTypedIsAFaultOfTheServer(@TempDir Path data) throws Exception {
    try (RunningStaff staff = RunningStaff.demonstration(data)) {
      client.signIn(staff);
      for (String path : staff.pages(StaffInTheBrowserTest.FILES)) {
        for (Element form : client.forms(staff.url(path))) {
          fill(staff, path, form);
        }
        ask(
            staff.url(
                path.replaceFirst("[^/]+$", URLEncoder.encode("\0💥", StandardCharsets.UTF_8))));
      }
      assertThat(sent).hasSizeGreaterThan(100);
      assertThat(faults).isEmpty();
    }
  }

  private void fill(RunningStaff staff, String path, Element form) throws Exception {
    String action = form.getAttribute("action").isEmpty() ? path : form.getAttribute("action");
    Map<String, String> usual = FormClient.fields(form);
    for (String field : usual.keySet()) {
      if (LEFT_OUT.contains(action)
          || field.equals("_csrf")
          || !sent.add(action.replaceAll("[0-9a-f]{16,}|/[a-z]+-[^/]+", "*") + " " + field)) {
        continue;
      }
      for (String hostile : HOSTILE) {
        Map<String, String> typed = new LinkedHashMap<>(usual);
        typed.put(field, hostile);
        HttpResponse<String> answer =
            form.getAttribute("method").equalsIgnoreCase("post")
                ? client.post(staff.url(action), typed)
                : client.get(
                    staff.url(
                        action + "?" + FormClient.encoded(Map.of(field, hostile.substring(0, 1)))));
        if (answer.statusCode() >= 500) {
          faults.add(answer.statusCode() + " " + action + " " + field);
        }
      }
    }
  }

  private void ask(String url) throws Exception {
    int status = client.get(url).statusCode();
    if (status >= 500) {
      faults.add(status + " " + url);
    }
  }
}
