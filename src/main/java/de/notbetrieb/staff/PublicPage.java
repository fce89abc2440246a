package de.notbetrieb.staff;

import de.notbetrieb.platform.Refused;
import java.util.Optional;

/** The public page as the program knows of it that starts it. */
@FunctionalInterface
public interface PublicPage {
  /** One that somebody else sees to. */
  PublicPage ELSEWHERE = Optional::empty;

  /** Why it does not run; empty while it does. */
  Optional<Refused> hindrance();
}
