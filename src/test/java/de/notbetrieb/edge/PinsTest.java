package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsTest {
  private static final Slug TOWN = Slug.of("musterstadt");
  private static final Pins.Pin PIN =
      new Pins.Pin(
          Minisign.KeyPair.generate(new SecureRandom()).publicKey(), "stadt.example", 3, "a1b2");

  @Test
  void whatCouldNotBeWrittenIsWrittenAsSoonAsItCan(@TempDir Path folder) throws IOException {
    Path disk = folder.resolve("disk");
    Pins pins = new Pins(disk.resolve("pins"));
    pins.keep(TOWN, PIN);
    pins.writeAgain();
    assertThat(pins.problem()).hasValue("the file of pinned keys cannot be written");

    Files.createDirectory(disk);
    pins.keep(TOWN, PIN);
    pins.writeAgain();

    assertThat(pins.problem()).isEmpty();
    assertThat(new Pins(disk.resolve("pins")).of(TOWN)).hasValue(PIN);
  }
}
