package de.notbetrieb.channel.cap;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.Commands;
import de.notbetrieb.channel.Rendered;
import de.notbetrieb.edition.Edition;
import de.notbetrieb.edition.Examples;
import de.notbetrieb.edition.RandomEditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapChannelTest {
  private static final String SCHEMA = "src/test/resources/cap/cap12.xsd";

  @TempDir Path folder;

  @Test
  void theExampleBecomesTheVector() {
    Rendered.of(new CapChannel(), Examples.moessingen()).isVector("cap.xml");
  }

  @Test
  void anyEditionIsValidAgainstTheSchema() throws IOException {
    Stream<Edition> editions =
        Stream.concat(
            Stream.of(
                Examples.moessingen(),
                Examples.minimal(),
                RandomEditions.full(3, words -> words + "]]><b>&amp;\u0000\uD800\u202E\uFFFF"),
                RandomEditions.full(4, words -> (words + " ").repeat(400))),
            LongStream.range(0, 30).mapToObj(RandomEditions::of));
    int number = 0;
    for (Edition edition : editions.toList()) {
      byte[] xml = Rendered.of(new CapChannel(), edition).bytes("cap.xml");
      Files.write(folder.resolve(number++ + ".xml"), xml);
    }
    try (Stream<Path> files = Files.list(folder)) {
      Stream<String> command = Stream.of("xmllint", "--noout", "--schema", SCHEMA);
      String[] all = Stream.concat(command, files.map(Path::toString)).toArray(String[]::new);
      assertThat(Commands.run(new byte[0], all).lines()).hasSize(number);
    }
  }

  @Test
  void noFileLooksAsIfSomebodyHadBeenWarned() {
    String real = Rendered.of(new CapChannel(), Examples.minimal()).text("cap.xml");
    assertThat(real).contains("<status>Draft</status>", "nicht gesendet");
    assertThat(Rendered.of(new CapChannel(), Examples.moessingen()).text("cap.xml"))
        .contains("<status>Test</status>", "Nicht gesendet", "Dies ist eine Demonstration.");
  }
}
