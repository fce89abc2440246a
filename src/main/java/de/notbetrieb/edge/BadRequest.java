package de.notbetrieb.edge;

/** A request that is not answered but refused; the connection is closed afterwards. */
final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  private final String status;

  BadRequest(String status) {
    super(status, null, false, false);
    this.status = status;
  }

  String status() {
    return status;
  }
}
