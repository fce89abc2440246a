package de.notbetrieb.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What residents type, and what should answer: {@code bench/search-queries.tsv}. */
final class SearchQueries {
  private static final Path FILE = Path.of("bench/search-queries.tsv");
  private static final int SEEN = 3;

  /**
   * A question.
   *
   * @param written before or after the words of the template were looked at
   * @param expected services, any of which answers it; none if nothing does
   */
  record Query(String written, String language, String words, List<String> expected) {
    /** One for the first place, a half for the second, a third for the third, else nothing. */
    double reciprocalRank(List<String> found) {
      if (expected.isEmpty()) {
        return found.isEmpty() ? 1 : 0;
      }
      for (int i = 0; i < Math.min(SEEN, found.size()); i++) {
        if (expected.contains(found.get(i))) {
          return 1.0 / (i + 1);
        }
      }
      return 0;
    }

    boolean isAnswerable() {
      return !expected.isEmpty();
    }
  }

  private SearchQueries() {}

  static List<Query> all() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(parts -> new Query(parts[0], parts[1], parts[2], expected(parts[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> expected(String services) {
    return services.equals("-") ? List.of() : Arrays.asList(services.split(" "));
  }

  /** The mean reciprocal rank of those questions. */
  static double mean(Predicate<Query> those, Function<Query, List<String>> search) {
    return all().stream()
        .filter(those)
        .mapToDouble(query -> query.reciprocalRank(search.apply(query)))
        .average()
        .orElseThrow();
  }
}
