package de.notbetrieb.publishing.place;

import de.notbetrieb.platform.Language;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.town.PreparedPlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the program feeds a place. The password or key lies elsewhere, sealed ({@link Secrets}).
 *
 * @param location of the folder that is to hold the edition: {@code sftp://host/folder}, {@code
 *     https://host/folder}, or a path on this machine; of a bucket: {@code
 *     https://host/bucket/folder}; of an account: {@code https://server}
 * @param account the name to sign in with, or the access key; empty where none is asked for
 * @param region of a bucket; empty: us-east-1
 * @param hostKey fingerprint of the server's key that somebody has looked at, {@code SHA256:...}
 * @param languages in which is posted, German first; none: in German
 */
public record Upload(
    Way way,
    String location,
    String account,
    String region,
    Optional<String> hostKey,
    List<Language> languages) {
  private static final int MAX_CHARACTERS = 400;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{0,40}");

  /** How the files get there. */
  public enum Way {
    FOLDER,
    ZIP,
    SFTP,
    WEBDAV,
    S3,
    /** One post for each edition, in an account. */
    MASTODON;

    /** Whether it is a way to that sort of place. */
    public boolean leadsTo(PreparedPlace.Sort sort) {
      return sort == (this == MASTODON ? PreparedPlace.Sort.SOCIAL : PreparedPlace.Sort.UPLOAD);
    }
  }

  public Upload {
    location = location.strip().replaceFirst("(?<=[^/:])/+$", "");
    account = account.strip();
    region = region.strip();
    hostKey = hostKey.map(String::strip).filter(words -> !words.isEmpty());
    languages = languages == null ? List.of() : languages.stream().sorted().distinct().toList();
    List<Refused.Problem> problems = new ArrayList<>();
    if (location.length() > MAX_CHARACTERS || !fits(way, location)) {
      problems.add(new Refused.Problem("location", "place.location." + way, List.of()));
    }
    if (account.length() > MAX_CHARACTERS || !account.chars().allMatch(c -> c > ' ' && c < 127)) {
      problems.add(new Refused.Problem("account", "place.account", List.of()));
    }
    if (account.isEmpty() && (way == Way.SFTP || way == Way.S3)) {
      problems.add(new Refused.Problem("account", "place.account-missing", List.of()));
    }
    if (!REGION.matcher(region).matches()) {
      problems.add(new Refused.Problem("region", "place.region", List.of()));
    }
    if (hostKey.filter(key -> !FINGERPRINT.matcher(key).matches()).isPresent()) {
      problems.add(new Refused.Problem("hostKey", "place.host-key", List.of()));
    }
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems);
    }
  }

  /** Of files, which are in every language by themselves. */
  public Upload(Way way, String location, String account, String region, Optional<String> hostKey) {
    this(way, location, account, region, hostKey, List.of());
  }

  private static boolean fits(Way way, String location) {
    try {
      return switch (way) {
        case FOLDER -> isPlain(location) && Path.of(location).getNameCount() > 1;
        case ZIP -> isPlain(location) && location.endsWith(".zip");
        case SFTP -> is(URI.create(location), "sftp", 1);
        case WEBDAV -> isEncrypted(URI.create(location)) && is(URI.create(location), "http", 1);
        case S3 -> isEncrypted(URI.create(location)) && is(URI.create(location), "http", 1);
        case MASTODON ->
            isEncrypted(URI.create(location))
                && is(URI.create(location), "http", 0)
                && URI.create(location).getRawPath().isEmpty();
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isPlain(String location) {
    Path path = Path.of(location);
    return path.isAbsolute() && path.equals(path.normalize()) && names(location).size() > 0;
  }

  /** A password is not sent in the clear, except on this machine. */
  private static boolean isEncrypted(URI location) {
    return "https".equals(location.getScheme())
        || List.of("localhost", "127.0.0.1").contains(location.getHost());
  }

  private static boolean is(URI location, String scheme, int names) {
    return location.getHost() != null
        && location.getScheme().startsWith(scheme)
        && location.getRawUserInfo() == null
        && location.getRawQuery() == null
        && location.getRawFragment() == null
        && names(location.getRawPath()).size() >= names;
  }

  /** The names of a path; none if one of them is not plain. */
  static List<String> names(String path) {
    List<String> names =
        Pattern.compile("/").splitAsStream(path).filter(n -> !n.isEmpty()).toList();
    boolean plain =
        names.stream()
            .allMatch(n -> NAME.matcher(n).matches() && !n.equals("..") && !n.equals("."));
    return plain ? names : List.of();
  }

  Upload trusting(String fingerprint) {
    return new Upload(way, location, account, region, Optional.of(fingerprint), languages);
  }

  /** Whether somebody must say a password or key. */
  public boolean needsSecret() {
    return !account.isEmpty() || way == Way.MASTODON;
  }
}
