package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.Channels;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI description names every public path, with the type that the edge sends. */
class PublicPathsTest {
  private static final Path FILE = Path.of("src/main/resources/formats/openapi.json");

  /** What a page needs to look right and to be searched, and its forms for days. */
  private static final Pattern PARTS_OF_PAGES =
      Pattern.compile(
          "assets/.*|(?:en/)?suche/(?:index|woerter)\\.json|.*index\\.(?:\\d.*|overdue)\\.?.*html");

  private static final List<String> FROM_OTHERS =
      List.of(
          "edition.json",
          "SHA256SUMS",
          "SHA256SUMS.minisig",
          "minisign.pub",
          "release.note",
          "edition.tlog-proof",
          "checkpoint",
          "note.pub",
          "keys.note",
          "tile/0/000.p/7",
          "tile/entries/000");

  @Test
  void itIsAValidDescription() {
    assertThat(Commands.run(new byte[0], "node", "src/test/node/openapi.mjs", FILE.toString()))
        .startsWith("valid 3.1");
  }

  @Test
  void everyFileOfAnEditionIsDescribedWithItsType() throws IOException {
    Map<Pattern, JsonNode> described = described();
    TreeSet<String> missing = new TreeSet<>();
    for (Edition edition : List.of(Examples.moessingen(), Examples.minimal())) {
      Stream.concat(FROM_OTHERS.stream(), Channels.render(edition).stream().map(PublicFile::path))
          .filter(path -> !PARTS_OF_PAGES.matcher(path).matches())
          .filter(path -> described.entrySet().stream().noneMatch(d -> describes(d, path)))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDescribedPathIsThereInTheExample() throws IOException {
    List<String> there =
        Stream.concat(
                FROM_OTHERS.stream(),
                Channels.render(Examples.moessingen()).stream().map(PublicFile::path))
            .toList();
    TreeMap<String, Boolean> found = new TreeMap<>();
    described()
        .entrySet()
        .forEach(
            d -> found.put(d.getKey().pattern(), there.stream().anyMatch(p -> describes(d, p))));
    found.values().removeIf(yes -> yes);
    assertThat(found.keySet())
        .as("answered by the edge alone")
        .containsExactlyInAnyOrder(
            pattern("/editions/{number}/{file}"),
            pattern("/kopie/"),
            pattern("/{language}/kopie/"),
            pattern("/live"),
            pattern("/healthz"));
  }

  private static boolean describes(Map.Entry<Pattern, JsonNode> described, String path) {
    String address = "/" + path.replaceFirst("(^|/)index\\.html$", "$1");
    return described.getKey().matcher(address).matches()
        && described.getValue().path(ContentTypes.of(path)).isObject();
  }

  /** The types of the answer, by path. */
  private static Map<Pattern, JsonNode> described() throws IOException {
    JsonNode paths = JsonMapper.shared().readTree(Files.readString(FILE)).path("paths");
    Map<Pattern, JsonNode> described = new java.util.LinkedHashMap<>();
    paths
        .propertyStream()
        .forEach(
            one ->
                described.put(
                    Pattern.compile(pattern(one.getKey())),
                    one.getValue().path("get").path("responses").path("200").path("content")));
    return described;
  }

  private static String pattern(String path) {
    return Pattern.quote(path)
        .replace("{language}", "\\E[a-z]{2}\\Q")
        .replace("{slug}", "\\E[a-z0-9-]+\\Q")
        .replace("{number}", "\\E\\d+\\Q")
        .replace("{file}", "\\E.*\\Q");
  }
}
