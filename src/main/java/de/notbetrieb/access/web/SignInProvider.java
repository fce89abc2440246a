package de.notbetrieb.access.web;

import de.notbetrieb.access.People;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.platform.Slug;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the people of the town whether the password is theirs. */
public final class SignInProvider implements AuthenticationProvider {
  private final People people;
  private final Journal journal;

  public SignInProvider(People people, Journal journal) {
    this.people = people;
    this.journal = journal;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = String.valueOf(attempt.getPrincipal()).strip();
    String password = String.valueOf(attempt.getCredentials());
    for (Slug town : journal.towns()) {
      var person = people.signIn(town, name, password);
      if (person.isPresent()) {
        List<SimpleGrantedAuthority> roles =
            person.get().roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(town, person.get()), "", roles);
      }
    }
    throw new BadCredentialsException("wrong name or password");
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
