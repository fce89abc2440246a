package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.PostgresServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Everything that the journal must do, on PostgreSQL. */
@Tag("postgres")
class PostgresStoreTest {
  @Nested
  class Records extends JournalTest {
    @Override
    Database open() {
      return Database.postgresql(PostgresServer.newDatabase());
    }
  }

  @Nested
  class Writers extends WriterTest {
    private String url = "";

    @Override
    Database open() {
      url = PostgresServer.newDatabase();
      return Database.postgresql(url);
    }

    @Override
    Database openAgain() {
      return Database.postgresql(url);
    }
  }

  @Nested
  class Verifications extends VerificationTest {
    @Override
    Database open() {
      return Database.postgresql(PostgresServer.newDatabase());
    }
  }

  @Nested
  class Erasures extends ErasureTest {
    @Override
    Database open() {
      return Database.postgresql(PostgresServer.newDatabase());
    }
  }
}
