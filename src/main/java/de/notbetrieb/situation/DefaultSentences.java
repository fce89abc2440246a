package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.Text;

/** What residents read when nobody has prepared a sentence: cautious, and never "call us". */
final class DefaultSentences {
  static final Text OUTAGE = Text.of("Grund ist die IT-Störung.", "The reason is the IT outage.");

  private DefaultSentences() {}

  static Text of(ServiceState state) {
    return switch (state) {
      case AVAILABLE -> Text.of("Das geht wie gewohnt.", "This works as usual.");
      case LIMITED ->
          Text.of(
              "Das geht zurzeit anders als gewohnt. Bitte rechnen Sie mit mehr Zeit.",
              "This works differently at the moment. Please allow for more time.");
      case ELSEWHERE ->
          Text.of(
              "Zurzeit erledigt das eine andere Stelle für uns.",
              "At the moment another authority does this for us.");
      case UNKNOWN ->
          Text.of(
              "Wir prüfen noch, ob das geht. Die Antwort steht mit der nächsten Nachricht hier.",
              "We are still checking whether this works. The answer will be here with our next"
                  + " message.");
      case UNAVAILABLE ->
          Text.of(
              "Das geht zurzeit nicht. Wir sagen hier, sobald sich das ändert.",
              "This does not work at the moment. We will say so here as soon as it changes.");
    };
  }
}
