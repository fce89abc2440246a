package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.edition.Examples;
import org.junit.jupiter.api.Test;

class PublicSiteTest {
  private final RenderedSite site = RenderedSite.of(Examples.moessingen());

  @Test
  void startPageSaysHowToReachTheTownBeforeAnythingElse() {
    assertThat(site.page("index.html"))
        .containsSubsequence(
            "Das Rathaus ist offen.",
            "tel:+4930231250",
            "Briefkasten",
            "Geprüft:",
            "Was brauchen Sie?",
            "Oft gebraucht",
            "Läuft normal",
            "Bitte beachten",
            "Was geht, was nicht</h2>",
            "Geöffnet am",
            "Meldungen</h2>",
            "Fragen und Antworten</h2>");
  }
}
