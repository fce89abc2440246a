package de.notbetrieb.edge;

/**
 * A request as far as it matters here.
 *
 * @param path decoded, begins with a slash
 * @param query undecoded, without question mark; empty if there is none
 * @param host lower case, without port; empty in HTTP/1.0
 * @param ifNoneMatch as sent; empty if not
 * @param isLast whether the asker wants the connection closed afterwards
 */
record Request(
    boolean isHead,
    String path,
    String query,
    String host,
    String ifNoneMatch,
    boolean acceptsGzip,
    boolean acceptsBrotli,
    boolean isLast) {

  boolean alreadyHas(String etag) {
    if (ifNoneMatch.isEmpty() || etag.isEmpty()) {
      return false;
    }
    if (ifNoneMatch.equals(etag) || ifNoneMatch.equals("*")) {
      return true;
    }
    for (String one : ifNoneMatch.split(",", -1)) {
      String tag = one.strip();
      if (tag.equals(etag) || (tag.startsWith("W/") && tag.substring(2).equals(etag))) {
        return true;
      }
    }
    return false;
  }
}
