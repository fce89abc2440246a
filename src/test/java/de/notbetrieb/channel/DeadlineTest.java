package de.notbetrieb.channel;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.calendar.CalendarChannel;
import de.notbetrieb.channel.cap.CapChannel;
import de.notbetrieb.channel.cms.CmsChannel;
import de.notbetrieb.channel.html.PublicSite;
import de.notbetrieb.channel.text.TextChannel;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.platform.Json;
import org.junit.jupiter.api.Test;

/** A notice that names the last day on which something can be done. */
class DeadlineTest {
  @Test
  void theLastDayIsSaidWhereverTheNoticeIsAndIsAnAppointment() {
    Edition edition = ending("2023-12-15");
    String day = "Letzter Tag: Freitag, 15. Dezember 2023";
    assertThat(Rendered.of(new PublicSite(), edition).text("index.html")).contains(day);
    assertThat(Rendered.of(new PublicSite(), edition).text("en/index.html"))
        .contains("Last day: Friday, 15 December 2023");
    for (String text :
        new String[] {"edition.txt", "leitstelle.txt", "presse.txt", "amtsblatt.txt"}) {
      assertThat(oneLine(Rendered.of(new TextChannel(), edition).text(text)))
          .as(text)
          .contains(day + ".");
    }
    assertThat(Rendered.of(new CmsChannel(), edition).text("cms.html")).contains(day);
    assertThat(Rendered.of(new CapChannel(), edition).text("cap.xml")).contains(day);
    assertThat(unfolded(edition, "termine.ics"))
        .contains("SUMMARY:Demonstration: Letzter Tag: Fristen laufen weiter.")
        .contains("DTSTART;VALUE=DATE:20231215", "UID:hinweis-fristen@");
  }

  @Test
  void aLastDayThatIsPastIsNoAppointment() {
    assertThat(unfolded(ending("2023-11-20"), "termine.ics")).doesNotContain("hinweis-fristen");
  }

  /** The example, whose notice of deadlines ends on a day. */
  private static Edition ending(String day) {
    String before = "\"slug\":\"fristen\",\"title\":{\"de\":\"Fristen laufen weiter.\"";
    String json = Json.write(Examples.moessingen());
    assertThat(json).contains(before);
    return Json.read(json.replace(before, "\"lastDay\":\"" + day + "\"," + before), Edition.class);
  }

  private static String unfolded(Edition edition, String file) {
    return Rendered.of(new CalendarChannel(), edition).text(file).replace("\r\n ", "");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
