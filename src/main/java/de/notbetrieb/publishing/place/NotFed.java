package de.notbetrieb.publishing.place;

import java.time.Duration;

/** An upload that did not get to its end; what is public there is as it was. */
final class NotFed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding why;
  private final Duration pause;

  private NotFed(Duration pause, Finding why) {
    super(why.what() + " " + String.join(" ", why.arguments()));
    this.why = why;
    this.pause = pause;
  }

  NotFed(Finding.What what, String... arguments) {
    this(Duration.ZERO, Finding.of(what, arguments));
  }

  NotFed(Throwable cause, Finding.What what, String... arguments) {
    this(what, arguments);
    initCause(cause);
  }

  /** The other side asks not to come again before that time is over. */
  static NotFed tooOften(Duration pause) {
    return new NotFed(
        pause,
        Finding.of(Finding.What.TOO_OFTEN, String.valueOf(Math.ceilDiv(pause.toSeconds(), 60))));
  }

  Finding why() {
    return why;
  }

  Duration pause() {
    return pause;
  }
}
