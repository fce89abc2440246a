package de.notbetrieb.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A list of files and their SHA-256, as {@code sha256sum -c} reads it: one line for each file, the
 * hash in lower-case hex, two spaces, the path; sorted by the bytes of the path. Paths are relative
 * and of plain letters, digits and {@code . _ ~ -}, so that they mean the same on every file system
 * and in every address.
 */
public final class Sha256Sums {
  public static final String FILE_NAME = "SHA256SUMS";
  private static final int MAX_LINES = 200_000;
  private static final int MAX_PATH_LENGTH = 400;
  private static final int MAX_NAME_LENGTH = 200;
  private static final int HASH = 64;
  private static final int PATH_AT = HASH + 2;

  private final List<Line> lines;
  private final Map<String, String> byPath;

  /** Asked for every second, and a large town's list takes a while. */
  private volatile Optional<String> sha256 = Optional.empty();

  /** One file and its hash, in lower-case hex. */
  public record Line(String sha256, String path) {
    /** By the bytes of the path, which are its characters: nothing beyond ASCII may stand there. */
    static final Comparator<Line> BY_PATH = Comparator.comparing(Line::path);

    public static Line of(String path, byte[] bytes) {
      return new Line(Sha256.of(bytes).hex(), path);
    }
  }

  private Sha256Sums(List<Line> lines, Map<String, String> byPath) {
    this.lines = lines;
    this.byPath = byPath;
  }

  /** The list of these files, in whatever order they come. */
  public static Sha256Sums of(Collection<Line> files) {
    List<Line> sorted = new ArrayList<>(files);
    sorted.sort(Line.BY_PATH);
    return checked(FILE_NAME, sorted);
  }

  /** Reads a list, which must be exactly as {@link #text()} writes it. */
  public static Sha256Sums parse(String name, String text) {
    List<Line> lines = new ArrayList<>();
    int end;
    for (int from = 0; from < text.length() && lines.size() <= MAX_LINES; from = end + 1) {
      int feed = text.indexOf('\n', from);
      end = feed < 0 ? text.length() : feed;
      if (end - from <= PATH_AT || !isHash(text, from) || !text.startsWith("  ", from + HASH)) {
        throw new Damage(
            name + " line " + (lines.size() + 1),
            "a SHA-256, two spaces and a path",
            text.substring(from, end));
      }
      lines.add(new Line(text.substring(from, from + HASH), text.substring(from + PATH_AT, end)));
    }
    Sha256Sums sums = checked(name, lines);
    boolean sorted =
        IntStream.range(1, lines.size())
            .allMatch(i -> Line.BY_PATH.compare(lines.get(i - 1), lines.get(i)) < 0);
    if (!sorted || !text.endsWith("\n")) {
      throw new Damage(name, "lines sorted by path, each ended by a line feed", "another form");
    }
    return sums;
  }

  private static boolean isHash(String text, int from) {
    for (int i = from; i < from + HASH; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static Sha256Sums checked(String name, List<Line> lines) {
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new Damage(name, "1 to " + MAX_LINES + " files", lines.size() + " files");
    }
    Map<String, String> byPath = HashMap.newHashMap(lines.size());
    Set<String> folded = HashSet.newHashSet(lines.size());
    for (Line line : lines) {
      if (!isPath(line.path())) {
        throw new Damage(name, "a plain relative path", "'" + line.path() + "'");
      }
      if (!folded.add(line.path().toLowerCase(Locale.ROOT))) {
        throw new Damage(name, "every path once, in whatever case", "'" + line.path() + "' again");
      }
      byPath.put(line.path(), line.sha256());
    }
    return new Sha256Sums(List.copyOf(lines), Map.copyOf(byPath));
  }

  /** Whether a path may stand in a list. */
  public static boolean isPath(String path) {
    if (path.length() > MAX_PATH_LENGTH) {
      return false;
    }
    int from = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (!isName(path, from, i)) {
          return false;
        }
        from = i + 1;
      } else if (!isPlain(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String path, int from, int to) {
    int length = to - from;
    boolean dots = length <= 2 && path.startsWith("..".substring(0, length), from);
    return length > 0 && length <= MAX_NAME_LENGTH && !dots;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._~-".indexOf(c) >= 0;
  }

  public List<Line> lines() {
    return lines;
  }

  public Optional<String> of(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public String text() {
    StringBuilder text = new StringBuilder(lines.size() * 100);
    lines.forEach(line -> text.append(line.sha256()).append("  ").append(line.path()).append('\n'));
    return text.toString();
  }

  /** The SHA-256 of the list itself, by which the next edition names this one. */
  public String sha256() {
    Optional<String> known = sha256;
    if (known.isEmpty()) {
      known = Optional.of(Sha256.of(text().getBytes(StandardCharsets.UTF_8)).hex());
      sha256 = known;
    }
    return known.get();
  }

  /**
   * Checks the bytes of a file against its line.
   *
   * @throws Damage if they differ, or the list does not name the file
   */
  public void check(String path, byte[] bytes) {
    String expected =
        of(path).orElseThrow(() -> new Damage(path, "a file that is listed", "one that is not"));
    String found = Sha256.of(bytes).hex();
    if (!found.equals(expected)) {
      throw new Damage(path, "SHA-256 " + expected, found);
    }
  }
}
