package de.notbetrieb.app;

import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.Verification;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Json;
import de.notbetrieb.platform.Refused;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.publishing.Editions;
import de.notbetrieb.publishing.Partners;
import de.notbetrieb.publishing.Witnessing;
import de.notbetrieb.publishing.place.Courier;
import de.notbetrieb.publishing.place.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A data directory, opened: everything that a command or the staff application works with. */
final class Installation implements AutoCloseable {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Path data;
  private final Fixed fixed;
  private final Database database;
  private final Journal journal;
  private final People people;
  private final Editions editions;
  private final Places places;
  private final Clock clock;

  /**
   * What the first start of a data directory fixes for ever.
   *
   * @param clockOffsetSeconds added to the machine's clock, so that a demonstration runs on the
   *     days it tells of; 0 unless it is one
   */
  record Fixed(Purpose purpose, long clockOffsetSeconds) {
    private static final String FILE = "purpose.json";

    static Optional<Fixed> of(Path data) {
      Path file = data.resolve(FILE);
      try {
        return Files.exists(file)
            ? Optional.of(Json.read(Files.readString(file), Fixed.class))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void write(Path data) {
      try {
        Files.createDirectories(data);
        Files.writeString(data.resolve(FILE), Json.write(this));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Installation(Path data, Fixed fixed, Database database, Clock clock) {
    this.data = data;
    this.fixed = fixed;
    this.database = database;
    this.clock = clock;
    this.journal = new Journal(database, clock);
    this.people = new People(database, journal);
    this.editions = new Editions(journal, people, towns(), fixed.purpose());
    this.places = new Places(journal, editions, data);
  }

  /** Opens the directory as its first start fixed it; a new one gets {@code usual}. */
  static Installation open(Options options, Fixed usual) {
    Path data = options.data();
    Fixed fixed =
        Fixed.of(data)
            .orElseGet(
                () -> {
                  usual.write(data);
                  return usual;
                });
    Database database =
        options
            .named("database")
            .map(Database::postgresql)
            .orElseGet(() -> Database.embedded(data));
    Clock clock = Clock.offset(Clock.system(ZONE), Duration.ofSeconds(fixed.clockOffsetSeconds()));
    Installation installation = new Installation(data, fixed, database, clock);
    installation.journal.towns().forEach(installation.editions::recover);
    return installation;
  }

  /** A new demonstration on a clock of its own; what is fixed is written when it has been played. */
  static Installation playing(Path data, Clock clock) {
    Fixed fixed = new Fixed(Purpose.DEMONSTRATION, 0);
    return new Installation(data, fixed, Database.embedded(data), clock);
  }

  static Installation open(Options options) {
    return open(options, new Fixed(Purpose.REAL, 0));
  }

  Path data() {
    return data;
  }

  Path towns() {
    return data.resolve("towns");
  }

  Purpose purpose() {
    return fixed.purpose();
  }

  long clockOffsetSeconds() {
    return fixed.clockOffsetSeconds();
  }

  Clock clock() {
    return clock;
  }

  Journal journal() {
    return journal;
  }

  People people() {
    return people;
  }

  Editions editions() {
    return editions;
  }

  Witnessing witnessing() {
    return editions.witnessing();
  }

  Partners partners() {
    return editions.partners();
  }

  Places places() {
    return places;
  }

  /** Feeds places and reads them back once it is started. */
  Courier courier() {
    return new Courier(places, data, clock, Courier.Pace.USUAL, new SecureRandom());
  }

  Verification verification(Slug town) {
    return Verification.of(database, town, Kinds.all());
  }

  /** The town that --town names, or the only one. */
  Slug town(Options options) {
    List<Slug> towns = journal.towns();
    Optional<Slug> named = options.named("town").filter(Slug::isValid).map(Slug::of);
    if (named.isPresent() && towns.contains(named.get())) {
      return named.get();
    }
    if (options.named("town").isPresent() || towns.isEmpty()) {
      throw Refused.notFound("town.none", options.named("town").orElse("-"));
    }
    if (towns.size() > 1) {
      throw Refused.conflict("town.which");
    }
    return towns.getFirst();
  }

  /** The account that --as names. */
  Person person(Options options, Slug town) {
    String signIn =
        options.named("as").orElseThrow(() -> new Options.NotUnderstood("Es fehlt --as KONTO."));
    return people.all(town).stream()
        .filter(person -> person.signIn().equals(signIn))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("access.unknown-person", signIn));
  }

  @Override
  public void close() {
    journal.close();
    database.close();
  }
}
