package de.notbetrieb.journal;

import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Computes everything anew that the journal claims: numbers without gaps, leaf hashes, the tree,
 * every payload's hash, that every payload can still be read, and that every record is what its
 * newest entry says.
 *
 * @param root the root of the tree, to be compared with one that somebody else has written down
 * @param erased entries whose payload an erasure took; said, not damage
 * @param damage what is wrong, the first thousand of it
 */
public record Verification(
    Slug town, long entries, long records, long erased, String root, List<Finding> damage) {
  static final int MAX_FINDINGS = 1000;

  public Verification {
    damage = List.copyOf(damage);
  }

  /** One thing that is not as it should be. */
  public record Finding(Slug town, long entry, String what, String expected, String found) {}

  public boolean isClean() {
    return damage.isEmpty();
  }

  /** Without looking into the payloads. */
  public static Verification of(Database database, Slug town) {
    return of(database, town, List.of());
  }

  /**
   * @param kinds every kind and version whose payloads must be readable; none: they are not read
   */
  public static Verification of(Database database, Slug town, Collection<Kind<?>> kinds) {
    try (Connection connection = database.readers().getConnection()) {
      connection.setTransactionIsolation(
          database.vendor() == Database.Vendor.SQLITE
              ? Connection.TRANSACTION_SERIALIZABLE
              : Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        return new Verifying(new Rows(connection, town.value()), town, kinds).verify();
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw Refused.unavailable("journal.unreadable", e);
    }
  }
}
