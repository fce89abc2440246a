package de.notbetrieb.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionStoreTest {
  @TempDir Path towns;
  private EditionFixture town;
  private EditionStore store;
  private Minisign.PublicKey key;

  @BeforeEach
  void twoEditions() {
    town = new EditionFixture(towns, "moessingen");
    store = town.store;
    key = town.key.publicKey();
    town.seal(1, Map.of("index.html", "eins", "dienste/pass/index.html", "Pass"));
    town.seal(2, Map.of("index.html", "zwei"));
  }

  @Test
  void aSealedEditionIsReadWithItsStampAndItsBytes() {
    EditionPackage first = store.read(1, key);

    assertThat(first.stamp().trustedComment())
        .isEqualTo(
            "town:moessingen edition:1 time:2023-11-21T07:40:00+01:00 purpose:DEMONSTRATION");
    assertThat(first.bytes("index.html")).asString().isEqualTo("eins");
    assertThat(first.head().publicAddress()).hasHost("notbetrieb.moessingen.example");
    assertThat(store.read(2, key).head().previous()).contains(first.sums().sha256());
  }

  @Test
  void theStoreListsTownsAndNumbersAndItsKey() {
    assertThat(EditionStore.towns(towns)).containsExactly(Slug.of("moessingen"));
    assertThat(EditionStore.towns(towns.resolve("none"))).isEmpty();
    assertThat(store.numbers()).containsExactly(1, 2);
    assertThat(store.key()).isEqualTo(key);
    assertThat(store.highest(key).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void aTamperedFileIsNamedWithWhatWasExpectedAndFound() throws IOException {
    Path file = Files.writeString(store.edition(2).resolve("index.html"), "drei");

    assertThatThrownBy(() -> store.read(2, key))
        .isInstanceOfSatisfying(
            Damage.class,
            damage -> {
              assertThat(damage.file()).isEqualTo(file.toString());
              assertThat(damage.expected()).contains(Sha256.of(EditionFixture.bytes("zwei")).hex());
              assertThat(damage.found()).contains(Sha256.of(EditionFixture.bytes("drei")).hex());
            });
    assertThat(store.highest(key).orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void anUnlistedAMissingAndALinkedFileAreDamage() throws IOException {
    Path extra = Files.writeString(store.edition(2).resolve("extra.html"), "x");
    assertDamaged(2);
    Files.delete(extra);
    assertThat(store.read(2, key).number()).isEqualTo(2);

    Path index = store.edition(2).resolve("index.html");
    Files.move(index, towns.resolve("elsewhere"));
    assertDamaged(2);
    Files.createSymbolicLink(index, towns.resolve("elsewhere"));
    assertDamaged(2);
  }

  @Test
  void anEditionUnderAnotherNumberTownOrKeyIsDamage() throws IOException {
    Files.move(store.edition(2), store.edition(3));
    assertDamaged(3);

    Minisign.PublicKey other = Minisign.KeyPair.generate(new SecureRandom()).publicKey();
    assertThatThrownBy(() -> store.read(1, other)).isInstanceOf(Damage.class);

    Files.move(towns.resolve("moessingen"), towns.resolve("nehren"));
    assertThatThrownBy(() -> new EditionStore(towns, Slug.of("nehren")).read(1, key))
        .isInstanceOf(Damage.class);
  }

  @Test
  void aSignatureThatTellsAnotherNumberThanTheEditionIsDamage() {
    List<PublicFile> files =
        List.of(new PublicFile("edition.json", EditionFixture.bytes(town.json(2, ""))));
    town.sealIn(store.edition(3), 3, files);

    assertDamaged(3);
  }

  @Test
  void aWithdrawnEditionKeepsTheHashOfItsList() {
    String sums = store.read(2, key).sums().sha256();
    town.withdraw(2);

    assertThat(store.isWithdrawn(2)).isTrue();
    assertThat(store.withdrawal(2, key).sha256Sums()).isEqualTo(sums);
    assertThat(store.highest(key).orElseThrow().number()).isEqualTo(1);
    assertThat(store.numbers()).containsExactly(1, 2);
  }

  @Test
  void aForgedOrMovedWithdrawalIsDamage() throws IOException {
    town.withdraw(2);
    Files.copy(
        store.edition(2).resolve("withdrawal.note"), store.edition(1).resolve("withdrawal.note"));
    Files.copy(
        store.edition(2).resolve("withdrawal.note.minisig"),
        store.edition(1).resolve("withdrawal.note.minisig"));
    assertThatThrownBy(() -> store.withdrawal(1, key)).isInstanceOf(Damage.class);

    Path note = store.edition(2).resolve("withdrawal.note");
    Files.writeString(note, Files.readString(note).replace("edition: 2", "edition: 1"));
    assertThatThrownBy(() -> store.withdrawal(2, key)).isInstanceOf(Damage.class);
  }

  @Test
  void variantsLieBesideTheirBaseFile() {
    LocalDate day = LocalDate.parse("2023-11-21");

    assertThat(new PageVariant(Optional.of(day), false).path("index.html"))
        .isEqualTo("index.2023-11-21.html");
    assertThat(new PageVariant(Optional.of(day), true).path("en/orte/index.html"))
        .isEqualTo("en/orte/index.2023-11-21.overdue.html");
    assertThat(new PageVariant(Optional.empty(), true).path("orte/index.html"))
        .isEqualTo("orte/index.overdue.html");
  }

  private void assertDamaged(int number) {
    assertThatThrownBy(() -> store.read(number, key)).isInstanceOf(Damage.class);
  }
}
