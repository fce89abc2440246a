package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.Witnesses;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Checkpoint;
import de.notbetrieb.platform.Minisign;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.NoteKey;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.TreeProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessingTest {
  private static final String NEHREN = "nehren.example";

  @TempDir Path data;
  private final Minisign.KeyPair pair = Minisign.KeyPair.generate(new SecureRandom());
  private final NoteKey nehren = NoteKey.of(NEHREN, pair.publicKey());
  private final List<Sha256> leaves =
      List.of(Sha256.of("1"), Sha256.of("2"), Sha256.of("3"), Sha256.of("4"));
  private PublishingWorld world;
  private Witnessing witnessing;
  private Partners partners;

  @BeforeEach
  void aTownWithAnEditionAndAPartner() {
    world = PublishingWorld.founded(data);
    world.publish();
    witnessing = new Witnessing(world.journal, world.people, world.towns);
    partners = world.editions.partners();
    partners.know(TOWN, world.person("freigabe"), RequestId.random(), nehren.vkey());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Note head(List<Sha256> tree) {
    String text = new Checkpoint(NEHREN, tree.size(), TreeProof.root(tree)).text();
    return Note.signed(text, nehren, pair);
  }

  private String request(int old, List<Sha256> tree) {
    return new WitnessRequest(old, TreeProof.consistency(tree, old), head(tree)).text();
  }

  private String sign(String request) {
    return witnessing
        .sign(TOWN, world.person("freigabe"), RequestId.random(), request, PASSWORD, NOW)
        .line();
  }

  private void refused(String request, String why) {
    assertThatThrownBy(() -> sign(request))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.getMessage()).contains(why));
  }

  @Test
  void aPartnersLogIsSignedAsLongAsItContinuesAndKeptAsEvidenceWhenItDoesNot() throws IOException {
    String line = sign(request(0, leaves.subList(0, 2)));

    NoteKey us =
        NoteKey.of("musterstadt.example", world.people.publicKey(TOWN).orElseThrow()).asWitness();
    Note signed = head(leaves.subList(0, 2)).with(Note.Line.parse("l", line.strip()));
    assertThat(signed.lineOf("l", us)).isPresent();

    sign(request(2, leaves.subList(0, 3)));
    assertThat(partners.present(TOWN))
        .singleElement()
        .satisfies(w -> assertThat(w.head().size()).isEqualTo(3));

    refused(request(2, leaves), "witness-old");
    assertThat(world.store.evidence()).doesNotExist();
    refused(request(2, leaves.subList(0, 2)), "witness-forked");
    List<Sha256> forked = List.of(Sha256.of("x"), Sha256.of("2"), Sha256.of("3"), Sha256.of("4"));
    refused(request(3, forked.subList(0, 3)), "witness-forked");
    refused(request(3, forked), "witness-forked");
    try (var kept = Files.list(world.store.evidence())) {
      assertThat(kept).hasSize(3);
    }
    sign(request(3, leaves));
  }

  @Test
  void whatIsNoRequestOfAKnownPartnerIsNotSigned() {
    String good = request(0, leaves);
    refused("Guten Tag", "witness-request");
    refused(good.replace(NEHREN, "aalen.example"), "witness-unknown");
    Minisign.KeyPair other = Minisign.KeyPair.generate(new SecureRandom());
    String text = head(leaves).text();
    Note forged = Note.signed(text, NoteKey.of(NEHREN, other.publicKey()), other);
    refused(new WitnessRequest(0, List.of(), forged).text(), "witness-unknown");
    refused(good.replace("\n4\n", "\n5\n"), "witness-forged");
  }

  @Test
  void aWitnesssLineComesUnderOurCheckpointAndIntoTheProof() throws IOException {
    String asked = witnessing.ask(TOWN, Optional.empty());
    Note ours = WitnessRequest.parse(asked).checkpoint();
    Note.Line line = nehren.asWitness().cosign(ours.text(), 1_700_000_000, pair);
    String stranger = new Note.Line("stranger", line.base64()).text();

    int found =
        witnessing.receive(
            TOWN, world.person("freigabe"), RequestId.random(), stranger + line.text());

    assertThat(found).isEqualTo(1);
    Witnesses one = new Witnesses(List.of(nehren.asWitness()), 1);
    EditionLog log = EditionLog.read(world.store.log(), world.store.key());
    assertThat(one.areEnough(log.note())).isTrue();
    assertThat(Files.readString(world.store.edition(1).resolve(EditionLog.PROOF)))
        .endsWith(line.text());
    assertThat(world.verified().damage()).isEmpty();
    assertThat(witnessing.ask(TOWN, partners.present(TOWN).stream().findFirst()))
        .startsWith("old 1\n");
    assertThatThrownBy(
            () -> witnessing.receive(TOWN, world.person("freigabe"), RequestId.random(), stranger))
        .isInstanceOf(Refused.class);
  }
}
