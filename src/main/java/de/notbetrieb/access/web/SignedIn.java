package de.notbetrieb.access.web;

import de.notbetrieb.access.Person;
import de.notbetrieb.platform.Slug;
import java.io.Serializable;
import java.security.Principal;

/** Somebody who has signed in, at one town. */
public final class SignedIn implements Principal, Serializable {
  private static final long serialVersionUID = 1L;

  private final transient Slug town;
  private final transient Person person;

  public SignedIn(Slug town, Person person) {
    this.town = town;
    this.person = person;
  }

  public Slug town() {
    return town;
  }

  public Person person() {
    return person;
  }

  /** The same person at the same town, whatever roles they had when they signed in. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SignedIn one
        && town.equals(one.town)
        && person.pseudonym().equals(one.person.pseudonym());
  }

  @Override
  public int hashCode() {
    return person.pseudonym().hashCode();
  }

  @Override
  public String getName() {
    return person.signIn();
  }
}
