package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.KeyChange;
import de.notbetrieb.edition.LogFixture;
import de.notbetrieb.platform.Minisign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge at a partner's that copies from the town's own, over a line that may break or lie. */
class MirrorTest {
  @TempDir Path data;
  private MirrorWorld world;

  @BeforeEach
  void aSourceWithTwoEditions() throws IOException {
    world = new MirrorWorld(data);
  }

  @AfterEach
  void stop() throws IOException {
    world.close();
  }

  @Test
  void whatTheSourcePublishesIsCopiedAndWhatStaysTheSameIsNotFetchedAgain() throws IOException {
    world.look();
    assertThat(world.word().problem()).isEmpty();
    assertThat(world.copies().numbers()).containsExactly(2);

    world.publish(3);
    world.way = passing -> passing.path().equals("/feed.atom") ? passing.lost() : passing;
    world.look();
    assertThat(world.word()).isEqualTo(new SourceWord(world.address(), Optional.of(world.now), ""));
    assertThat(world.copies().numbers()).containsExactly(2, 3);
    for (int number : new int[] {2, 3}) {
      assertThat(world.copies().read(number, world.source.town.key.publicKey()).number())
          .isEqualTo(number);
    }
    assertThat(Files.getAttribute(world.copies().edition(2).resolve("feed.atom"), "unix:ino"))
        .isEqualTo(Files.getAttribute(world.copies().edition(3).resolve("feed.atom"), "unix:ino"));
    assertThat(world.copies().log().resolve("checkpoint"))
        .hasContent(world.log.checkpoint().file());
    assertThat(world.folder().resolve("staging")).doesNotExist();
  }

  @Test
  void aLineThatBreaksLeavesTheCopyAsItWasAndTheNextLookCompletesIt() {
    world.look();
    world.publish(3);
    for (String lost :
        new String[] {"/nummer.txt", "/SHA256SUMS", "/release.note", "/tile/0/000.p/3"}) {
      world.way = passing -> passing.path().equals(lost) ? passing.lost() : passing;
      world.look();
      assertThat(world.word().problem()).as(lost).isNotEmpty();
      assertThat(world.copies().numbers()).as(lost).containsExactly(2);
    }
    world.way = passing -> passing;
    world.look();
    assertThat(world.copies().numbers()).containsExactly(2, 3);
  }

  @Test
  void aChangedByteAnotherKeyAndAnotherTownAreRefused() {
    world.look();
    world.publish(3);
    world.way =
        passing -> passing.path().equals("/nummer.txt") ? passing.with("Ausgabe Z") : passing;
    world.look();
    assertThat(world.word().problem()).contains("nummer.txt: expected SHA-256");

    Minisign.KeyPair thief = Minisign.KeyPair.generate(new SecureRandom());
    EditionFixture forged = new EditionFixture(data.resolve("forged"), "moessingen", thief);
    Path edition = forged.seal(3, world.source.files(3));
    world.way =
        passing ->
            passing.path().equals("/minisign.pub")
                ? passing.with(thief.publicKey().file())
                : MirrorWorld.from(edition, passing);
    world.look();
    assertThat(world.word().problem()).contains("a key that leads on from the trusted one");

    EditionFixture neighbour =
        new EditionFixture(data.resolve("neighbour"), "nehren", world.source.town.key);
    Path theirs = neighbour.seal(1, world.source.files(1));
    world.way = passing -> MirrorWorld.from(theirs, passing);
    world.look();
    assertThat(world.word().problem()).contains("an edition of moessingen");
    assertThat(world.copies().numbers()).containsExactly(2);
    assertThat(world.word().last()).contains(world.now);
  }

  @Test
  void anEarlierEditionIsNoWordAndATwinIsKeptAsEvidence() throws IOException {
    world.publish(3);
    world.look();
    Instant heard = world.now;
    world.now = heard.plusSeconds(60);
    Path earlier = world.source.town.store.edition(2);
    world.way = passing -> MirrorWorld.from(earlier, passing);
    world.restart();
    world.look();
    assertThat(world.word().problem()).contains("expected edition 3 or later, found edition 2");
    assertThat(world.word().last()).contains(heard.truncatedTo(ChronoUnit.MINUTES));

    EditionFixture other =
        new EditionFixture(data.resolve("twin"), "moessingen", world.source.town.key);
    Path twin = other.seal(3, world.source.files(4));
    world.way = passing -> MirrorWorld.from(twin, passing);
    world.look();
    assertThat(world.word().problem()).contains("expected edition 3 with the list");
    try (var kept = Files.list(world.copies().evidence())) {
      assertThat(kept.toList()).singleElement().asString().contains("/3-");
    }
  }

  @Test
  void aForkedLogIsRefusedWithTheEditionThatBringsIt() {
    world.publish(3);
    world.look();
    String checkpoint = world.log.checkpoint().file();
    world.log.fork(1);
    world.source.town.seal(4, world.source.files(4));
    world.log.adopt(4);
    Path forked = world.source.town.store.edition(4);
    world.way =
        passing ->
            MirrorWorld.from(world.source.town.store.log(), MirrorWorld.from(forked, passing));
    world.look();
    assertThat(world.word().problem()).contains("a forked one");
    assertThat(world.copies().numbers()).containsExactly(3);
    assertThat(world.copies().log().resolve("checkpoint")).hasContent(checkpoint);
  }

  @Test
  void aWithdrawalIsObeyedAndAForgedOneIsNot() {
    world.look();
    world.publish(3);
    world.look();
    String note = "/editions/2/withdrawal.note";
    world.way =
        passing ->
            passing.path().startsWith(note)
                ? new MirrorWorld.Passing(passing.path(), 200, EditionFixture.bytes("weg"))
                : passing;
    world.look();
    assertThat(world.word().problem()).contains("withdrawal.note");
    assertThat(world.copies().isWithdrawn(2)).isFalse();
    world.publish(4);
    world.look();
    assertThat(world.word().problem()).contains("withdrawal.note");
    assertThat(world.copies().numbers()).contains(4);

    world.way = passing -> passing;
    world.source.town.withdraw(2);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> world.source.get("/editions/2/").startsWith("HTTP/1.1 410"));
    assertThat(world.source.get(note)).contains("text/plain").contains("notbetrieb withdrawal");
    world.look();
    assertThat(world.word().problem()).isEmpty();
    assertThat(world.copies().files(2))
        .containsExactlyInAnyOrder("withdrawal.note", "withdrawal.note.minisig");
    assertThat(world.copies().withdrawal(2, world.source.town.key.publicKey()).number())
        .isEqualTo(2);
  }

  @Test
  void aNewKeyIsFollowedWhenTheTrustedOneSignedIt() {
    world.look();
    Minisign.KeyPair next = Minisign.KeyPair.generate(new SecureRandom());
    KeyChange change =
        new KeyChange(
            LogFixture.ORIGIN,
            world.source.town.key.publicKey(),
            next.publicKey(),
            3,
            EditionFixture.AS_OF,
            "Ein Rechner ist weg.");
    Path note = world.source.town.store.keyFile().resolveSibling(KeyChange.fileName(1));
    EditionFixture.write(
        note, EditionFixture.bytes(change.signed(world.source.town.key, next).file()));
    EditionFixture town = new EditionFixture(world.source.towns, "moessingen", next);
    world.log.signedBy(town).seal(3, world.source.files(3));
    world.awaitAtSource("\"edition\":3,");
    world.look();
    assertThat(world.word().problem()).isEmpty();
    assertThat(world.copies().keys().of(2)).isEqualTo(world.source.town.key.publicKey());
    assertThat(world.copies().read(3, next.publicKey()).number()).isEqualTo(3);
  }

  @Test
  void anOldAnswerIsNoWordAndAClockThatIsWrongIsSaid() {
    world.look();
    Instant heard = world.now;
    world.now = heard.plus(Duration.ofMinutes(6));
    world.look();
    assertThat(world.word().problem()).contains("it is an old one, or this clock is ahead");
    assertThat(world.word().last()).contains(heard);
    assertThat(world.word().isSilent(world.now)).isFalse();
    assertThat(world.word().isSilent(heard.plus(Duration.ofMinutes(16)))).isTrue();

    world.now = heard.minus(Duration.ofMinutes(6));
    world.look();
    assertThat(world.word().problem()).contains("this clock is behind");
  }

  @Test
  void onlyHttpsIsFollowedBeyondTheMachineItself() {
    assertThat(Source.address("https://stadt.example").toString())
        .isEqualTo("https://stadt.example/");
    for (String not :
        new String[] {"http://stadt.example/", "https:///x", "https://a:b@stadt.example/"}) {
      assertThatThrownBy(() -> EdgeOptions.parse("--follow", not))
          .hasMessage("only https://HOST/ can be followed, not " + not);
    }
  }
}
