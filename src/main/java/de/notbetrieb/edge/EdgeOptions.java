package de.notbetrieb.edge;

import de.notbetrieb.edition.Witnesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the edge is started with.
 *
 * @param follow the folder of towns
 * @param source where a mirror copies into that folder from
 * @param key a public key file that all towns' editions must be signed with; without it each
 *     town's key is pinned at first sight
 * @param port 0 takes any free one
 * @param pins where pinned keys are remembered
 * @param witnesses whose word is asked for before an edition is served
 * @param clockOffset added to the machine's clock: a demonstration runs on the days it tells of
 */
public record EdgeOptions(
    Path follow,
    Optional<SourceOptions> source,
    Optional<Path> key,
    String host,
    int port,
    Optional<Path> pidFile,
    Path pins,
    WitnessOptions witnesses,
    Duration clockOffset) {
  public static final String USAGE =
      "edge --follow DIR|URL [--key FILE] [--mirror DIR] [--source-ca FILE] [--keep NUMBER] [--host ADDRESS] [--port NUMBER] [--pid-file FILE] [--pins FILE] [--witnesses FILE --witnessed NUMBER] [--clock-offset SECONDS]";
  private static final Set<String> NAMES =
      Set.of(
          "--follow",
          "--key",
          "--mirror",
          "--source-ca",
          "--keep",
          "--host",
          "--port",
          "--pid-file",
          "--pins",
          "--witnesses",
          "--witnessed",
          "--clock-offset");

  /**
   * A town that is copied from elsewhere.
   *
   * @param folder for the copies
   * @param authority certificates in PEM that the source's must lead to, instead of the usual ones
   * @param pace between two looks when all is well
   * @param keep so many editions, the live one among them
   */
  public record SourceOptions(
      URI address, Path folder, Optional<Path> authority, Duration pace, int keep) {
    public SourceOptions {
      if (keep < Keeping.LEAST) {
        throw new IllegalArgumentException(
            "--keep is at least 2, the edition that holds and the one before it, not " + keep);
      }
    }
  }

  /**
   * Only editions that enough others have seen are served.
   *
   * @param file verifier keys, one a line
   * @param needed how many of them
   */
  public record WitnessOptions(Optional<Path> file, int needed) {
    public WitnessOptions {
      if (file.isPresent() != needed > 0 || needed < 0) {
        throw new IllegalArgumentException("--witnesses FILE and --witnessed NUMBER go together");
      }
    }

    Witnesses read() throws IOException {
      return file.isPresent()
          ? Witnesses.parse(file.get().toString(), Files.readString(file.get()), needed)
          : Witnesses.NONE;
    }
  }

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
    Optional<SourceOptions> source = source(given);
    Path follow =
        source
            .map(from -> Mirror.towns(from.folder()))
            .orElseGet(() -> folder(given.getOrDefault("--follow", "")));
    int port = Integer.parseInt(given.getOrDefault("--port", "8080"));
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    return new EdgeOptions(
        follow,
        source,
        Optional.ofNullable(given.get("--key")).map(Path::of),
        given.getOrDefault("--host", "0.0.0.0"),
        port,
        Optional.ofNullable(given.get("--pid-file")).map(Path::of),
        Optional.ofNullable(given.get("--pins"))
            .map(Path::of)
            .orElse(follow.resolveSibling("edge.pins")),
        new WitnessOptions(
            Optional.ofNullable(given.get("--witnesses")).map(Path::of),
            Integer.parseInt(given.getOrDefault("--witnessed", "0"))),
        Duration.ofSeconds(Long.parseLong(given.getOrDefault("--clock-offset", "0"))));
  }

  private static Path folder(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static Optional<SourceOptions> source(Map<String, String> given) {
    String follow = given.getOrDefault("--follow", "");
    Optional<Path> authority = Optional.ofNullable(given.get("--source-ca")).map(Path::of);
    if (follow.startsWith("https:") || follow.startsWith("http:")) {
      Path folder = folder(given.getOrDefault("--mirror", "data/mirror"));
      int keep = Integer.parseInt(given.getOrDefault("--keep", String.valueOf(Keeping.USUAL)));
      return Optional.of(
          new SourceOptions(Source.address(follow), folder, authority, Mirror.PACE, keep));
    }
    if (Stream.of("--mirror", "--source-ca", "--keep").anyMatch(given::containsKey)) {
      throw new IllegalArgumentException("--mirror, --source-ca and --keep belong to --follow URL");
    }
    return Optional.empty();
  }
}
