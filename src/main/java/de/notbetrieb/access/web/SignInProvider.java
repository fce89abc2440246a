package de.notbetrieb.access.web;

import de.notbetrieb.access.Attempts;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.Slug;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the people of the town whether the password is theirs. */
public final class SignInProvider implements AuthenticationProvider {
  private final People people;
  private final Journal journal;
  private final Attempts attempts;

  public SignInProvider(People people, Journal journal, Attempts attempts) {
    this.people = people;
    this.journal = journal;
    this.attempts = attempts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = String.valueOf(attempt.getPrincipal()).strip();
    String password = String.valueOf(attempt.getCredentials());
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (attempts.pause(name, address).isPositive()) {
      throw new LockedException("too many wrong passwords in a row");
    }
    for (Slug town : journal.towns()) {
      var person = people.signIn(town, name, password);
      if (person.isPresent()) {
        attempts.succeeded(name, address);
        return signedIn(town, person.get());
      }
    }
    attempts.failed(name, address);
    throw new BadCredentialsException("wrong name or password");
  }

  /** Somebody who has just shown who they are. */
  public static Authentication signedIn(Slug town, Person person) {
    List<SimpleGrantedAuthority> roles =
        person.roles().stream().map(role -> new SimpleGrantedAuthority(role.name())).toList();
    return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(town, person), "", roles);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
