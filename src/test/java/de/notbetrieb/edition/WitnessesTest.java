package de.notbetrieb.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** So many different towns must have seen a checkpoint, however their keys are written down. */
class WitnessesTest {
  private static final String CHECKPOINT = "rathaus.beispielstadt.example\n1\nAAAA\n";

  private final SecureRandom random = new SecureRandom();
  private final Minisign.KeyPair old = Minisign.KeyPair.generate(random);
  private final Minisign.KeyPair now = Minisign.KeyPair.generate(random);
  private final Minisign.KeyPair other = Minisign.KeyPair.generate(random);
  private final NoteKey nehrenOld = witness("nehren.example", old);
  private final NoteKey nehrenNow = witness("nehren.example", now);
  private final NoteKey ofterdingen = witness("ofterdingen.example", other);

  @Test
  void twoTownsAreTwo() {
    Note seen = seen(line(nehrenNow, now), line(ofterdingen, other));
    assertThat(read(2, nehrenNow, ofterdingen).areEnough(seen)).isTrue();
    assertThat(read(2, nehrenNow, ofterdingen).areEnough(seen(line(nehrenNow, now)))).isFalse();
  }

  @Test
  void aTownWithItsOldAndItsNewKeyIsOne() {
    Witnesses witnesses = read(2, nehrenOld, nehrenNow, ofterdingen);
    Note both = seen(line(nehrenOld, old), line(nehrenNow, now));

    assertThat(witnesses.count(both)).isEqualTo(1);
    assertThat(witnesses.areEnough(both)).isFalse();
    assertThat(witnesses.areEnough(seen(line(nehrenOld, old), line(ofterdingen, other)))).isTrue();
  }

  @Test
  void oneKeyUnderTwoNamesIsOne() {
    NoteKey again = witness("nehren-neckar.example", now);
    Witnesses witnesses = read(2, nehrenNow, again, ofterdingen);

    assertThat(witnesses.count(seen(line(nehrenNow, now), line(again, now)))).isEqualTo(1);
  }

  @Test
  void aLineThatOnlyClaimsToBeAWitnesssHindersNobody() {
    Note.Line forged = nehrenNow.cosign("another text\n", 1_700_000_000, now);
    Witnesses witnesses = read(1, nehrenNow, ofterdingen);

    assertThat(witnesses.count(seen(forged, line(ofterdingen, other)))).isEqualTo(1);
    assertThat(witnesses.areEnough(seen(forged))).isFalse();
  }

  @Test
  void moreThanAreKnownCannotBeAskedFor() {
    assertThatThrownBy(() -> read(2, nehrenOld, nehrenNow))
        .hasMessage("2 different witnesses are asked for, 1 are known");
  }

  private static Witnesses read(int needed, NoteKey... keys) {
    StringBuilder file = new StringBuilder("# seen by\n\n");
    List.of(keys).forEach(key -> file.append(key.asLog().vkey()).append('\n'));
    return Witnesses.parse("zeugen.txt", file.toString(), needed);
  }

  private static NoteKey witness(String name, Minisign.KeyPair pair) {
    return NoteKey.of(name, pair.publicKey()).asWitness();
  }

  private static Note.Line line(NoteKey key, Minisign.KeyPair pair) {
    return key.cosign(CHECKPOINT, 1_700_000_000, pair);
  }

  private static Note seen(Note.Line... lines) {
    return new Note(CHECKPOINT, List.of(lines));
  }
}
