package de.notbetrieb.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.MerkleTree;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationTest extends StoreTest {
  @BeforeEach
  void fiveEntries() {
    write("a", "first");
    write("a", "second");
    write("b", "other");
    write("c", "leaves again");
    remove("c");
  }

  @Test
  void anUntouchedJournalIsClean() {
    Verification found = verify();

    assertThat(found.damage()).isEmpty();
    assertThat(found.entries()).isEqualTo(5);
    assertThat(found.records()).isEqualTo(2);
    assertThat(found.erased()).isZero();
    theScriptAgrees();
  }

  @Test
  void entriesCanNeitherBeChangedNorDeleted() {
    assertThatThrownBy(() -> tamper("UPDATE entry SET actor = 'p-2' WHERE number = 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> tamper("DELETE FROM entry WHERE number = 5"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never deleted");
    assertThatThrownBy(() -> tamper("UPDATE payload SET body = '{}' WHERE number = 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("only erased");
    assertThat(verify().isClean()).isTrue();
  }

  /** Each act, the entry that is named and the word for what is wrong. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE record SET body = '{\"words\":\"forged\"}' WHERE id = 'a' | 2 | record a",
        "UPDATE record SET id = 'x' WHERE id = 'a' | 2 | record x",
        "UPDATE record SET kind = 'test.other' WHERE id = 'a' | 2 | kind of record a",
        "UPDATE record SET entry = 1 WHERE id = 'a' | 2 | entry of record a",
        "UPDATE record SET subject = 'zzzz' WHERE id = 'b' | 3 | record of subject",
        "DELETE FROM record WHERE id = 'b' | 3 | record of subject",
        "INSERT INTO record (town, kind, id, subject, entry, body) SELECT town, kind, 'c', subject, 4, '{}' FROM entry WHERE number = 4 | 5 | record c",
        "DELETE FROM payload WHERE number = 1 | 1 | payload",
        "UPDATE payload SET body = '{\"id\":\"a\",\"value\":{\"words\":\"forged\"}}' WHERE number = 1 | 1 | payload",
        "UPDATE payload SET salt = '00' WHERE number = 1 | 1 | salt",
        "UPDATE entry SET actor = 'p-2' WHERE number = 2 | 2 | actor",
        "UPDATE entry SET happened_us = 1 WHERE number = 2 | 2 | happened",
        "UPDATE entry SET recorded_zone = 'UTC' WHERE number = 2 | 2 | recorded zone",
        "UPDATE entry SET kind = 'test.other' WHERE number = 2 | 2 | kind",
        "UPDATE entry SET envelope = '{}' WHERE number = 4 | 4 | leaf hash",
        "UPDATE entry SET leaf_hash = 'aa' WHERE number = 4 | 4 | leaf hash",
        "UPDATE head SET size = 4 | 5 | head of the tree",
        "UPDATE head SET frontier = 'aa' | 5 | head of the tree",
        "DELETE FROM head | 5 | head of the tree",
      })
  void whatSomebodyChangedIsNamed(String act, long entry, String what) throws SQLException {
    withoutGuards(act);

    assertThat(verify().damage())
        .anySatisfy(
            one -> {
              assertThat(one.town()).isEqualTo(TOWN);
              assertThat(one.entry()).isEqualTo(entry);
              assertThat(one.what()).startsWith(what);
              assertThat(one.expected()).isNotEqualTo(one.found());
            });
    theScriptAgrees();
  }

  @Test
  void anEntryThatIsMissingIsNoticed() throws SQLException {
    withoutGuards("DELETE FROM payload WHERE number = 3");
    withoutGuards("DELETE FROM record WHERE id = 'b'");
    withoutGuards("DELETE FROM entry WHERE number = 3");

    assertThat(verify().damage())
        .extracting(Verification.Finding::what)
        .contains("number", "head of the tree");
  }

  @Test
  void aKindThatTheProgramDoesNotKnowIsNoticed() {
    assertThat(Verification.of(database, TOWN, List.of(Erasure.KIND)).damage())
        .extracting(Verification.Finding::what)
        .containsOnly("kind");
  }

  @Test
  void theRootIsThatOfTheWholeTree() {
    MerkleTree tree = MerkleTree.EMPTY;
    try (var connection = database.readers().getConnection()) {
      for (String envelope :
          new Rows(connection, TOWN.value())
              .query("SELECT envelope FROM entry ORDER BY number", row -> row.getString(1))) {
        tree = tree.with(Envelope.leafHash(envelope));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }

    assertThat(verify().root()).isEqualTo(tree.root().hex());
  }

  /** The second implementation finds damage at the same entries. It reads SQLite only. */
  private void theScriptAgrees() {
    if (database.vendor() == Database.Vendor.SQLITE) {
      SecondOpinion script = SecondOpinion.onJournal(directory);
      Verification ours = verify();
      assertThat(script.entries())
          .as(script.output())
          .isEqualTo(
              ours.damage().stream().map(Verification.Finding::entry).collect(Collectors.toSet()));
      assertThat(script.exit()).isEqualTo(ours.isClean() ? 0 : 1);
    }
  }

  /** Whoever owns the database can take the triggers away. */
  void withoutGuards(String act) throws SQLException {
    if (database.vendor() == Database.Vendor.SQLITE) {
      tamper(
          "PRAGMA foreign_keys = OFF",
          "DROP TRIGGER IF EXISTS entry_is_never_changed",
          "DROP TRIGGER IF EXISTS entry_is_never_deleted",
          "DROP TRIGGER IF EXISTS payload_is_never_changed",
          act);
    } else {
      tamper("SET session_replication_role = replica", act, "RESET session_replication_role");
    }
  }
}
