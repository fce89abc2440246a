package de.notbetrieb.journal;

import de.notbetrieb.platform.Ids;

/** One form that was sent: sent twice, it acts once. */
public record RequestId(String value) {
  public RequestId {
    if (!value.matches("[A-Za-z0-9-]{8,80}")) {
      throw new IllegalArgumentException("not a request id");
    }
  }

  public static RequestId random() {
    return new RequestId(Ids.random());
  }
}
