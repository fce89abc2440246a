package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinisignTest {
  private static final byte[] MESSAGE = "Das Rathaus ist offen.\n".getBytes(StandardCharsets.UTF_8);
  private static final String COMMENT = "town:moessingen edition:1 purpose:DEMONSTRATION";

  private final Minisign.KeyPair key = Minisign.KeyPair.generate(new SecureRandom());

  @TempDir Path folder;

  @Test
  void aSignatureVerifiesAndGivesItsTrustedComment() {
    String signature = key.sign(MESSAGE, COMMENT);

    assertThat(key.publicKey().check("s", MESSAGE, signature)).isEqualTo(COMMENT);
  }

  @Test
  void aChangedMessageIsRefused() {
    String signature = key.sign(MESSAGE, COMMENT);
    byte[] tampered = MESSAGE.clone();
    tampered[0]++;

    assertThatThrownBy(() -> key.publicKey().check("s", tampered, signature))
        .isInstanceOf(Damage.class);
  }

  @Test
  void aChangedTrustedCommentIsRefused() {
    String signature = key.sign(MESSAGE, COMMENT).replace("edition:1", "edition:2");

    assertThatThrownBy(() -> key.publicKey().check("s", MESSAGE, signature))
        .isInstanceOf(Damage.class)
        .hasMessageContaining("edition:2");
  }

  @Test
  void anotherKeysSignatureIsRefused() {
    String signature = Minisign.KeyPair.generate(new SecureRandom()).sign(MESSAGE, COMMENT);

    assertThatThrownBy(() -> key.publicKey().check("s", MESSAGE, signature))
        .isInstanceOf(Damage.class)
        .hasMessageContaining(key.publicKey().id());
  }

  @Test
  void brokenFilesAreDamageAndNothingElse() {
    for (String broken :
        List.of("", "\n\n\n\n", "a\nb\nc\nd\n", "untrusted comment: x\n!\nx\nx\n")) {
      assertThatThrownBy(() -> key.publicKey().check("s", MESSAGE, broken))
          .isInstanceOf(Damage.class);
      assertThatThrownBy(() -> Minisign.PublicKey.ofFile("k", broken)).isInstanceOf(Damage.class);
    }
  }

  @Test
  void aKeyComesBackFromItsSecretBytes() {
    Minisign.KeyPair again = Minisign.KeyPair.ofSecret(key.secret());

    assertThat(again.publicKey()).isEqualTo(key.publicKey());
    assertThat(again.sign(MESSAGE, COMMENT)).isEqualTo(key.sign(MESSAGE, COMMENT));
  }

  @Test
  void aKeyIsNamedAsMinisignNamesItWithoutZerosBefore() {
    byte[] littleEndian = {(byte) 0xD2, (byte) 0xC5, (byte) 0x92, 0x41, (byte) 0xD3, 0x41, 0x44, 9};
    byte[] numberAndSeed = Arrays.copyOf(littleEndian, 40);

    assertThat(Minisign.KeyPair.ofSeed(numberAndSeed).publicKey().id())
        .isEqualTo("94441D34192C5D2");
  }

  @Test
  void theProgramMinisignAcceptsOurSignatureAndRefusesATamperedFile() throws Exception {
    Path message = Files.write(folder.resolve("m"), MESSAGE);
    Path publicKey = Files.writeString(folder.resolve("k.pub"), key.publicKey().file());
    Files.writeString(folder.resolve("m.minisig"), key.sign(MESSAGE, COMMENT));

    assertThat(minisign("-V", "-p", publicKey.toString(), "-m", message.toString())).isZero();
    Files.writeString(message, "Das Rathaus ist zu.\n");
    assertThat(minisign("-V", "-p", publicKey.toString(), "-m", message.toString())).isNotZero();
  }

  @Test
  void aSignatureOfTheProgramMinisignVerifies() throws Exception {
    Path message = Files.write(folder.resolve("m"), MESSAGE);
    Path publicKey = folder.resolve("k.pub");
    Path secretKey = folder.resolve("k.sec");
    assertThat(minisign("-G", "-W", "-p", publicKey.toString(), "-s", secretKey.toString()))
        .isZero();
    assertThat(minisign("-S", "-s", secretKey.toString(), "-m", message.toString(), "-t", COMMENT))
        .isZero();

    Minisign.PublicKey theirs = Minisign.PublicKey.ofFile("k.pub", Files.readString(publicKey));
    String signature = Files.readString(folder.resolve("m.minisig"));
    assertThat(theirs.check("m.minisig", MESSAGE, signature)).isEqualTo(COMMENT);
    assertThat(Files.readString(publicKey)).isEqualTo(theirs.file());
  }

  private static int minisign(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("minisign"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
