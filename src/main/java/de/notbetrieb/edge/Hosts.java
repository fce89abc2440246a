package de.notbetrieb.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts. */
final class Hosts {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._-]{1,253})(:\\d{0,5})?");

  private Hosts() {}

  /** The host of "host:port": lower case, no port, no dot at its end. */
  static String of(String authority) throws BadRequest {
    if (authority.isEmpty()) {
      return "";
    }
    var parts = FORM.matcher(authority);
    if (!parts.matches()) {
      throw new BadRequest("400 Bad Request");
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
