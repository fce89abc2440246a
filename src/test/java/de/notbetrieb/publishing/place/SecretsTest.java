package de.notbetrieb.publishing.place;

import static org.assertj.core.api.Assertions.assertThat;

import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final Slug TOWN = Slug.of("musterstadt");

  @TempDir Path data;

  @Test
  void aSecretOpensForItsPlaceAndForNoOther() {
    Secrets secrets = new Secrets(data);
    SealedSecret sealed = secrets.seal(TOWN, "webspace", "kennwort");

    assertThat(sealed.box()).doesNotContain("kennwort");
    assertThat(new Secrets(data).open(TOWN, "webspace", sealed)).contains("kennwort");
    assertThat(secrets.open(TOWN, "bucket", sealed)).isEmpty();
    assertThat(secrets.open(Slug.of("nachbarstadt"), "webspace", sealed)).isEmpty();
  }

  @Test
  void theSameSecretTwiceIsNotRecognised() {
    Secrets secrets = new Secrets(data);

    assertThat(secrets.seal(TOWN, "webspace", "kennwort"))
        .isNotEqualTo(secrets.seal(TOWN, "webspace", "kennwort"));
  }

  @Test
  void withoutTheKeyFileADumpTellsNothing() throws IOException {
    SealedSecret sealed = new Secrets(data).seal(TOWN, "webspace", "kennwort");
    Path file = data.resolve("places.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.delete(file);

    assertThat(new Secrets(data).open(TOWN, "webspace", sealed)).isEmpty();
    new Secrets(data).seal(TOWN, "bucket", "another key is made");
    assertThat(new Secrets(data).open(TOWN, "webspace", sealed)).isEmpty();
  }
}
