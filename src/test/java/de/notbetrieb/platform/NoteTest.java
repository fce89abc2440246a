package de.notbetrieb.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  private static final String TEXT = "notbetrieb.musterstadt.example\n3\nREAL\n";

  private final Minisign.KeyPair pair = Minisign.KeyPair.generate(new SecureRandom());
  private final NoteKey key = NoteKey.of("notbetrieb.musterstadt.example", pair.publicKey());

  /** The example of the Go package sumdb/note, whose key and note stand in its documentation. */
  @Test
  void aNoteOfOthersIsRead() {
    NoteKey peter =
        NoteKey.parse("k", "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    Note note =
        Note.parse(
            "n",
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """);

    assertThat(note.lineOf("n", peter)).isPresent();
    assertThat(note.text()).startsWith("If you think").endsWith("problem is.\n");
  }

  @Test
  void whatWasSignedIsReadAndVerifies() {
    Note note = Note.signed(TEXT, key, pair);

    Note read = Note.parse("n", note.file());

    assertThat(read).isEqualTo(note);
    read.requireSigned("n", NoteKey.parse("k", key.vkey()));
    assertThat(read.lines()).hasSize(1);
  }

  @Test
  void aChangedTextOrAnotherKeyIsRefused() {
    String file = Note.signed(TEXT, key, pair).file();
    Note changed = Note.parse("n", file.replace("\n3\n", "\n4\n"));
    assertThatThrownBy(() -> changed.requireSigned("n", key)).isInstanceOf(Damage.class);

    NoteKey other =
        NoteKey.of(key.name(), Minisign.KeyPair.generate(new SecureRandom()).publicKey());
    assertThatThrownBy(() -> Note.parse("n", file).requireSigned("n", other))
        .isInstanceOf(Damage.class);
  }

  @Test
  void aLineOfAnUnknownKeyIsCarriedAlong() {
    NoteKey stranger = NoteKey.of("stranger", pair.publicKey());
    Note note = Note.signed(TEXT, key, pair).with(stranger.sign("something else\n", pair));

    note.requireSigned("n", key);
    assertThat(Note.parse("n", note.file()).lines()).hasSize(2);
    assertThatThrownBy(() -> note.requireSigned("n", stranger)).isInstanceOf(Damage.class);
  }

  @Test
  void aWitnessSignsATimeTooAndIsNoLog() {
    String head = new Checkpoint("log.example", 3, Sha256.of("x")).text();
    NoteKey witness = key.asWitness();
    Note note = Note.signed(head, key, pair).with(witness.cosign(head, 1_700_000_000, pair));

    assertThat(note.lineOf("n", witness)).isPresent();
    assertThat(NoteKey.parse("k", witness.vkey())).isEqualTo(witness);
    String moved = head.replace("\n3\n", "\n4\n");
    Note replayed = Note.signed(moved, key, pair).with(note.lineOf("n", witness).orElseThrow());
    assertThatThrownBy(() -> replayed.lineOf("n", witness)).isInstanceOf(Damage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n— name !!!!\n",
        "text\n\n— name AAAA\n",
        "text\u0001\n\n— name AAAAAAAA\n",
        "text\n\n— two names AAAAAAAA\n",
        "text\n\n— name AAAAAAAA"
      })
  void whatIsNoNoteIsRefused(String file) {
    assertThatThrownBy(() -> Note.parse("n", file)).isInstanceOf(Damage.class);
  }

  @Test
  void aBadNameOrVerifierKeyIsRefused() {
    for (String name : List.of("", "two words", "a+b", "line\nbreak", "no-break\u00a0space")) {
      assertThatThrownBy(() -> NoteKey.of(name, pair.publicKey()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String vkey : List.of("", "a", "a+b", "a+b+c", key.vkey().replaceFirst("\\+.", "+z"))) {
      assertThatThrownBy(() -> NoteKey.parse("k", vkey)).isInstanceOf(Damage.class);
    }
  }
}
