package de.notbetrieb.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the edge is started with.
 *
 * @param follow the folder of towns
 * @param key a public key file that all towns' editions must be signed with; without it each
 *     town's key is pinned at first sight
 * @param port 0 takes any free one
 * @param pins where pinned keys are remembered
 * @param clockOffset added to the machine's clock: a demonstration runs on the days it tells of
 */
public record EdgeOptions(
    Path follow,
    Optional<Path> key,
    String host,
    int port,
    Optional<Path> pidFile,
    Path pins,
    Duration clockOffset) {
  public static final String USAGE =
      "edge --follow DIR [--key FILE] [--host ADDRESS] [--port NUMBER] [--pid-file FILE] [--pins FILE] [--clock-offset SECONDS]";
  private static final Set<String> NAMES =
      Set.of("--follow", "--key", "--host", "--port", "--pid-file", "--pins", "--clock-offset");

  /** Reads the options of the command line. */
  public static EdgeOptions parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("not understood: " + arguments[i]);
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    if (!given.containsKey("--follow")) {
      throw new IllegalArgumentException("--follow DIR is missing");
    }
    Path follow = Path.of(given.getOrDefault("--follow", "")).toAbsolutePath().normalize();
    int port = Integer.parseInt(given.getOrDefault("--port", "8080"));
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    return new EdgeOptions(
        follow,
        Optional.ofNullable(given.get("--key")).map(Path::of),
        given.getOrDefault("--host", "0.0.0.0"),
        port,
        Optional.ofNullable(given.get("--pid-file")).map(Path::of),
        Optional.ofNullable(given.get("--pins"))
            .map(Path::of)
            .orElse(follow.resolveSibling("edge.pins")),
        Duration.ofSeconds(Long.parseLong(given.getOrDefault("--clock-offset", "0"))));
  }
}
