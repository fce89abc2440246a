package de.notbetrieb.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same edition and the same facts make the same files, PDF and brotli too, on any machine. */
class SameTownSameBytesTest {
  @TempDir Path folder;

  @Test
  void sevenEditionsAndThreeRandomTownsAreTheSameInTwoZonesAndTwoLanguages() throws Exception {
    same(7, 0, 3);
  }

  @Test
  @Tag("long")
  void thirtyRandomTownsAreTheSameInTwoZonesAndTwoLanguages() throws Exception {
    same(0, 3, 33);
  }

  private void same(int editions, long from, long to) throws IOException, InterruptedException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    Process first = machine(editions, from, to, one, "Pacific/Kiritimati", "tr", "TR", "UTF-8");
    Process second = machine(editions, from, to, other, "America/Adak", "ar", "EG", "ISO-8859-1");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();

    List<String> here = Files.readAllLines(one);
    List<String> differing = new ArrayList<>(here);
    differing.removeAll(Set.copyOf(Files.readAllLines(other)));
    assertThat(differing).as("files of another content elsewhere").isEmpty();
    assertThat(Files.readString(one))
        .contains("plakat.pdf", ".br")
        .hasSameSizeAs(Files.readString(other));
    assertThat(here.stream().filter(line -> line.startsWith("town "))).hasSize((int) (to - from));
    assertThat(here.stream().filter(line -> line.startsWith("edition "))).hasSize(editions);
  }

  private static Process machine(
      int editions,
      long from,
      long to,
      Path out,
      String zone,
      String language,
      String country,
      String set)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Duser.timezone=" + zone,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Dfile.encoding=" + set,
            "-Djava.awt.headless=true",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RandomPackages.class.getName(),
            String.valueOf(editions),
            String.valueOf(from),
            String.valueOf(to),
            out.toString())
        .inheritIO()
        .start();
  }
}
