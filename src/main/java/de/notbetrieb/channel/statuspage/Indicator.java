package de.notbetrieb.channel.statuspage;

import de.notbetrieb.edition.ServiceState;
import java.util.Collection;
import java.util.Locale;

/** How bad it is altogether; green only when everything goes as usual. */
enum Indicator {
  NONE,
  MINOR,
  MAJOR,
  CRITICAL;

  static Indicator of(Collection<ServiceState> states) {
    long dead = states.stream().filter(ServiceState.UNAVAILABLE::equals).count();
    if (dead > 0 && 2 * dead >= states.size()) {
      return CRITICAL;
    }
    ServiceState worst = states.stream().reduce(ServiceState.AVAILABLE, ServiceState::worse);
    return switch (worst) {
      case UNAVAILABLE, UNKNOWN, ELSEWHERE -> MAJOR;
      case LIMITED -> MINOR;
      case AVAILABLE -> NONE;
    };
  }

  Indicator worse(Indicator other) {
    return compareTo(other) >= 0 ? this : other;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
