package de.notbetrieb.situation;

import de.notbetrieb.edition.ServiceState;
import de.notbetrieb.platform.OwnWords;
import de.notbetrieb.platform.Text;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What residents read when nobody has prepared a sentence: cautious, and never "call us". */
final class DefaultSentences {
  static final Text OUTAGE = OwnWords.text("outage");

  private static final Map<ServiceState, Text> BY_STATE = new EnumMap<>(ServiceState.class);

  static {
    Arrays.stream(ServiceState.values())
        .forEach(state -> BY_STATE.put(state, OwnWords.text("default." + state.name())));
  }

  private DefaultSentences() {}

  static Text of(ServiceState state) {
    return Optional.ofNullable(BY_STATE.get(state)).orElseThrow();
  }
}
