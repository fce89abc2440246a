package de.notbetrieb.channel.html;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.channel.Channels;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.RandomEditions;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same edition gives the same bytes, wherever the program runs. */
class SameBytesTest {
  /** Run in a JVM of its own: writes the hashes of all files of some editions. */
  static final class Child {
    private Child() {}

    public static void main(String... arguments) throws IOException {
      Files.writeString(Path.of(arguments[0]), hashes());
    }
  }

  @TempDir Path folder;

  @Test
  void twoMachinesInTwoZonesWithTwoLanguagesMakeTheSameBytes() throws Exception {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    Process first = child(one, "Pacific/Kiritimati", "tr", "TR", "UTF-8");
    Process second = child(other, "America/Adak", "ar", "EG", "ISO-8859-1");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(Files.readString(one)).isNotEmpty().isEqualTo(Files.readString(other));
  }

  private static Process child(Path out, String zone, String language, String country, String set)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=" + zone,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Dfile.encoding=" + set,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            out.toString())
        .inheritIO()
        .start();
  }

  private static String hashes() {
    List<Edition> editions = new ArrayList<>(List.of(Examples.moessingen(), Examples.minimal()));
    for (long seed = 0; seed < 5; seed++) {
      editions.add(RandomEditions.of(seed));
    }
    StringBuilder hashes = new StringBuilder();
    for (Edition edition : editions) {
      List<PublicFile> files = new ArrayList<>(Channels.render(edition));
      files.addAll(files.stream().flatMap(file -> Compression.neighbours(file).stream()).toList());
      hashes.append(Sha256Sums.of(files.stream().map(PublicFile::line).toList()).text());
    }
    return hashes.toString();
  }

  @Test
  void anUnchangedFactIsAnUnchangedFile() {
    Edition before = Examples.moessingen();
    Edition after =
        new Edition(
            before.number() + 1,
            before.purpose(),
            before.asOf(),
            before.confirmedAt().plusHours(2),
            before.nextWordDue(),
            before.previous(),
            before.town(),
            before.languages(),
            before.headline(),
            before.lead(),
            before.contacts(),
            before.offices(),
            before.units(),
            before.lifeSituations(),
            before.services(),
            before.notices(),
            before.runningNormally(),
            before.updates(),
            before.answers(),
            before.course());
    RenderedSite old = RenderedSite.of(before);
    RenderedSite now = RenderedSite.of(after);
    assertThat(now.files.keySet()).isEqualTo(old.files.keySet());
    assertThat(now.files.keySet())
        .filteredOn(path -> !text(now, path).equals(text(old, path)))
        .allMatch(path -> path.matches("(en/)?(index(\\.[^/]*)?|echtheit/index)\\.html"));
  }

  private static String text(RenderedSite site, String path) {
    return new String(site.files.getOrDefault(path, new byte[0]), StandardCharsets.ISO_8859_1);
  }
}
