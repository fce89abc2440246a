package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What has not changed keeps its bytes; that other machines make the same ones: SameTownSameBytesTest. */
class SameBytesTest {
  @Test
  void anUnchangedFactIsAnUnchangedFile() {
    Edition before = Examples.moessingen();
    Edition after =
        new Edition(
            before.number() + 1,
            before.purpose(),
            before.asOf(),
            before.confirmedAt().plusHours(2),
            before.nextWordDue(),
            before.previous(),
            before.town(),
            before.languages(),
            before.headline(),
            before.lead(),
            before.contacts(),
            before.offices(),
            before.units(),
            before.lifeSituations(),
            before.services(),
            before.notices(),
            before.runningNormally(),
            before.updates(),
            before.answers(),
            before.course());
    RenderedSite old = RenderedSite.of(before);
    RenderedSite now = RenderedSite.of(after);
    assertThat(now.files.keySet()).isEqualTo(old.files.keySet());
    assertThat(now.files.keySet())
        .filteredOn(path -> !text(now, path).equals(text(old, path)))
        .allMatch(path -> path.matches("(en/)?(index(\\.[^/]*)?|echtheit/index)\\.html"));
  }

  private static String text(RenderedSite site, String path) {
    return new String(site.files.getOrDefault(path, new byte[0]), StandardCharsets.ISO_8859_1);
  }
}
