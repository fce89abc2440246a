package de.notbetrieb.access;

import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Refused.Problem;
import java.util.ArrayList;
import java.util.List;

/** Who may be added: everything that is wrong, said at once. */
final class Newcomers {
  private static final int MAX_LETTERS = 100;
  private static final int MAX_PASSWORD = 1_000;

  private Newcomers() {}

  static void check(Newcomer newcomer, List<Person> present) {
    List<Problem> problems = new ArrayList<>();
    if (newcomer.signIn().isEmpty()) {
      problems.add(new Problem("signIn", "access.sign-in-missing", List.of()));
    }
    if (present.stream().anyMatch(one -> one.signIn().equalsIgnoreCase(newcomer.signIn()))) {
      problems.add(new Problem("signIn", "access.sign-in-taken", List.of(newcomer.signIn())));
    }
    if (newcomer.signIn().length() > MAX_LETTERS || newcomer.name().length() > MAX_LETTERS) {
      problems.add(new Problem("signIn", "access.name-long", List.of("" + MAX_LETTERS)));
    }
    if (newcomer.roles().isEmpty()) {
      problems.add(new Problem("roles", "access.role-missing", List.of()));
    }
    problems.addAll(password(newcomer.password()));
    throwIfAny(problems);
  }

  static void checkPassword(String password) {
    throwIfAny(password(password));
  }

  private static List<Problem> password(String password) {
    return password.length() < Passwords.MIN_LENGTH || password.length() > MAX_PASSWORD
        ? List.of(
            new Problem("password", "access.password-short", List.of("" + Passwords.MIN_LENGTH)))
        : List.of();
  }

  private static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }
}
