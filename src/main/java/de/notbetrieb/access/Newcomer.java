package de.notbetrieb.access;

import java.util.List;

/** Somebody to be added. */
public record Newcomer(String signIn, String name, List<Role> roles, String password) {
  public Newcomer {
    signIn = signIn.strip();
    name = name.strip();
    roles = List.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Newcomer[" + signIn + ", " + roles + "]";
  }
}
