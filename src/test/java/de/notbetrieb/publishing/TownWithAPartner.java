package de.notbetrieb.publishing;

import static de.notbetrieb.publishing.PublishingWorld.NOW;
import static de.notbetrieb.publishing.PublishingWorld.PASSWORD;
import static de.notbetrieb.publishing.PublishingWorld.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.edition.EditionLog;
import de.notbetrieb.edition.Witnesses;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.platform.Note;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Sha256;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A town with an edition and a partner, nehren.example, which may leave or change its key. */
final class TownWithAPartner implements AutoCloseable {
  static final String WHY = "Die Stadt hat ihr Programm abgeschaltet.";
  static final List<Sha256> LEAVES = List.of(Sha256.of("1"), Sha256.of("2"), Sha256.of("3"));

  final Neighbour nehren = Neighbour.called("nehren.example");
  final Neighbour renewed = nehren.withNewKey();
  final PublishingWorld world;
  final Witnessing witnessing;
  final Partners partners;

  TownWithAPartner(Path data) {
    world = PublishingWorld.founded(data);
    world.publish();
    witnessing = world.editions.witnessing();
    partners = world.editions.partners();
    know(nehren);
  }

  @Override
  public void close() {
    world.close();
  }

  void know(Neighbour one) {
    partners.know(TOWN, world.person("freigabe"), RequestId.random(), one.key().vkey());
  }

  void end(RequestId form) {
    partners.end(TOWN, world.person("allein"), form, order(WHY));
  }

  void changeKey(RequestId form) {
    partners.changeKey(
        TOWN, world.person("allein"), form, order("Ein Rechner war weg."), renewed.key().vkey());
  }

  /** As a page shows it that was opened before anything happened. */
  Partners.Order order(String why) {
    return new Partners.Order(nehren.key().number(), nehren.key().number(), why, "reason");
  }

  String ask() {
    return witnessing.ask(TOWN, partners.all(TOWN).stream().map(Partner::witness).findFirst());
  }

  void receive(String lines) {
    witnessing.receive(TOWN, world.person("freigabe"), RequestId.random(), lines);
  }

  void sign(String request) {
    witnessing.sign(TOWN, world.person("freigabe"), RequestId.random(), request, PASSWORD, NOW);
  }

  static void refused(String why, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason().key()).isEqualTo("publishing." + why));
  }

  Note proof(int edition) {
    return EditionLog.checkpointOf(world.store.edition(edition), world.store.key()).orElseThrow();
  }

  boolean isSeen(int edition, Neighbour by) {
    return new Witnesses(List.of(by.key().asWitness()), 1).areEnough(proof(edition));
  }
}
