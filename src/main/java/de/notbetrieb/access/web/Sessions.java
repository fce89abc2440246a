package de.notbetrieb.access.web;

import de.notbetrieb.journal.Actor;
import java.util.List;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/** Where people are signed in now. A restart of the program forgets it, and them. */
public final class Sessions {
  private final SessionRegistry registry;

  public Sessions(SessionRegistry registry) {
    this.registry = registry;
  }

  List<SessionInformation> of(Actor person) {
    return registry.getAllPrincipals().stream()
        .filter(one -> one instanceof SignedIn me && me.person().pseudonym().equals(person))
        .flatMap(one -> registry.getAllSessions(one, false).stream())
        .toList();
  }

  /** Their next click leads to the sign-in form. */
  void end(Actor person) {
    of(person).forEach(SessionInformation::expireNow);
  }

  void endOthers(Actor person, String own) {
    of(person).stream()
        .filter(session -> !session.getSessionId().equals(own))
        .forEach(SessionInformation::expireNow);
  }

  /** For somebody who did not come through the sign-in form. */
  public void began(String session, SignedIn who) {
    registry.registerNewSession(session, who);
  }
}
