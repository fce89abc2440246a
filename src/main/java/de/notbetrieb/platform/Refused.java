package de.notbetrieb.platform;

import java.util.List;

/**
 * The one way to say no. What people read is the message {@code refused.<key>} of the texts, in
 * their language, with the arguments filled in.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** Why not; each looks different to the person who asked. */
  public sealed interface Reason {
    /** The text's key and what is filled in. */
    String key();

    List<String> arguments();
  }

  /** There is no such thing. */
  public record NotFound(String key, List<String> arguments) implements Reason {}

  /** This person may not. */
  public record NotAllowed(String key, List<String> arguments) implements Reason {}

  /** Somebody was faster, or the thing has moved on since it was looked at. */
  public record Conflict(String key, List<String> arguments) implements Reason {}

  /** The input is wrong; each problem names its field. */
  public record Invalid(List<Problem> problems) implements Reason {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("what is wrong?");
      }
    }

    @Override
    public String key() {
      return problems.getFirst().key();
    }

    @Override
    public List<String> arguments() {
      return problems.getFirst().arguments();
    }
  }

  /** The program cannot do it now; nothing was changed. */
  public record Unavailable(String key, List<String> arguments) implements Reason {}

  /** It is decided and written down, but what follows from it is not done yet. */
  public record Unfinished(String key, List<String> arguments) implements Reason {}

  /** One wrong field. */
  public record Problem(String field, String key, List<String> arguments) {}

  private Refused(Reason reason) {
    super(reason.key() + " " + reason.arguments());
    this.reason = reason;
  }

  public static Refused notFound(String key, String... arguments) {
    return new Refused(new NotFound(key, List.of(arguments)));
  }

  public static Refused notAllowed(String key, String... arguments) {
    return new Refused(new NotAllowed(key, List.of(arguments)));
  }

  public static Refused conflict(String key, String... arguments) {
    return new Refused(new Conflict(key, List.of(arguments)));
  }

  public static Refused invalid(String field, String key, String... arguments) {
    return invalid(List.of(new Problem(field, key, List.of(arguments))));
  }

  public static Refused invalid(List<Problem> problems) {
    return new Refused(new Invalid(problems));
  }

  public static Refused unavailable(String key, Throwable cause) {
    Refused refused = new Refused(new Unavailable(key, List.of()));
    refused.initCause(cause);
    return refused;
  }

  public static Refused unfinished(String key, Throwable cause) {
    Refused refused = new Refused(new Unfinished(key, List.of()));
    refused.initCause(cause);
    return refused;
  }

  public Reason reason() {
    return reason;
  }
}
