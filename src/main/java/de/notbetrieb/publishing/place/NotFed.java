package de.notbetrieb.publishing.place;

/** An upload that did not get to its end; what is public there is as it was. */
final class NotFed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding why;

  NotFed(Finding.What what, String... arguments) {
    super(what + " " + String.join(" ", arguments));
    this.why = Finding.of(what, arguments);
  }

  NotFed(Throwable cause, Finding.What what, String... arguments) {
    this(what, arguments);
    initCause(cause);
  }

  Finding why() {
    return why;
  }
}
