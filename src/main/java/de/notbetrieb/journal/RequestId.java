package de.notbetrieb.journal;

import de.notbetrieb.platform.Ids;
import de.notbetrieb.platform.Sha256;

/** One form that was sent: sent twice, it acts once. */
public record RequestId(String value) {
  public RequestId {
    if (!value.matches("[A-Za-z0-9-]{8,80}")) {
      throw new IllegalArgumentException("not a request id");
    }
  }

  /** One of several changes that the same form asks for. */
  public RequestId part(String name) {
    return new RequestId(Sha256.of(value + " " + name).hex());
  }

  public static RequestId random() {
    return new RequestId(Ids.random());
  }
}
