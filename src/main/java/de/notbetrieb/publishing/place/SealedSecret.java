package de.notbetrieb.publishing.place;

import de.notbetrieb.journal.Audience;
import de.notbetrieb.journal.Kind;
import de.notbetrieb.journal.Retention;

/**
 * The password or key of a place, under its place's id, readable only with the key file of the data
 * directory.
 *
 * @param box what {@link Secrets} made of it
 */
public record SealedSecret(String box) {
  public static final Kind<SealedSecret> KIND =
      new Kind<>(
          "publishing.place-secret", 1, SealedSecret.class, Retention.INCIDENT, Audience.STAFF);
}
