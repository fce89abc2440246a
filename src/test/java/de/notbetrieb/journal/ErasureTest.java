package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureTest extends StoreTest {
  private static final String GROUND = "Art. 17 Abs. 1 DSGVO";

  private Journal.Done erase(long entry, Erasure.Scope scope) {
    return journal.erase(TOWN, ACTOR, RequestId.random(), entry, scope, GROUND);
  }

  @Test
  void whatAnEntrySaysIsGoneAndTheEntryStays() {
    write("a", "with a name in it");
    write("a", "without");
    erase(1, Erasure.Scope.ENTRY);

    assertThat(journal.read(TOWN).head()).isEqualTo(3);
    assertThat(journal.read(TOWN).history(NOTE, "a"))
        .extracting(Stored::value)
        .containsExactly(note("without"));
    assertThat(verify().damage()).isEmpty();
    assertThat(verify().erased()).isEqualTo(1);
    assertThat(journal.read(TOWN).all(Erasure.KIND))
        .extracting(Stored::value)
        .containsExactly(new Erasure(List.of(1L), GROUND));
  }

  @Test
  void aRecordGoesWithAllItsStates() {
    write("a", "first");
    write("b", "of somebody else");
    write("a", "second");
    erase(3, Erasure.Scope.RECORD);

    assertThat(journal.read(TOWN).find(NOTE, "a")).isEmpty();
    assertThat(journal.read(TOWN).find(NOTE, "b")).isPresent();
    assertThat(verify().damage()).isEmpty();
    assertThat(verify().erased()).isEqualTo(2);
  }

  @Test
  void theStatesOfARemovedRecordCanBeErased() {
    write("a", "first");
    remove("a");
    erase(1, Erasure.Scope.RECORD);

    assertThat(verify().damage()).isEmpty();
    assertThat(verify().erased()).isEqualTo(2);
  }

  @Test
  void afterAnErasureTheRecordCanBeWrittenAnew() {
    write("a", "first");
    erase(1, Erasure.Scope.RECORD);
    write("a", "anew");

    assertThat(journal.read(TOWN).find(NOTE, "a").orElseThrow().value()).isEqualTo(note("anew"));
    assertThat(verify().damage()).isEmpty();
  }

  @Test
  void theSameErasureSentTwiceIsOneEntry() {
    write("a", "first");
    RequestId request = RequestId.random();
    journal.erase(TOWN, ACTOR, request, 1, Erasure.Scope.ENTRY, GROUND);
    Journal.Done again = journal.erase(TOWN, ACTOR, request, 1, Erasure.Scope.ENTRY, GROUND);

    assertThat(again.repeated()).isTrue();
    assertThat(journal.read(TOWN).head()).isEqualTo(2);
  }

  @Test
  void nothingIsErasedWithoutAGroundOrTwiceOrFromAnErasure() {
    write("a", "first");

    assertThatThrownBy(
            () -> journal.erase(TOWN, ACTOR, RequestId.random(), 1, Erasure.Scope.ENTRY, " "))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> erase(7, Erasure.Scope.ENTRY)).isInstanceOf(Refused.class);
    erase(1, Erasure.Scope.ENTRY);
    assertThatThrownBy(() -> erase(1, Erasure.Scope.ENTRY)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> erase(2, Erasure.Scope.RECORD)).isInstanceOf(Refused.class);
    assertThat(journal.read(TOWN).head()).isEqualTo(2);
  }

  @Test
  void aPayloadThatComesBackIsDamage() throws Exception {
    write("a", "first");
    String salt;
    String body;
    try (var connection = database.readers().getConnection();
        var rows = connection.createStatement().executeQuery("SELECT salt, body FROM payload")) {
      rows.next();
      salt = rows.getString(1);
      body = rows.getString(2);
    }
    erase(1, Erasure.Scope.ENTRY);
    tamper("INSERT INTO payload VALUES ('moessingen', 1, '" + salt + "', '" + body + "')");

    assertThat(verify().damage())
        .anySatisfy(one -> assertThat(one.expected()).isEqualTo("none, erased by entry 2"));
  }
}
