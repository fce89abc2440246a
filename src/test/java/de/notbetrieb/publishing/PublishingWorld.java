package de.notbetrieb.publishing;

import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.newsroom.ReadTownFile;
import de.notbetrieb.newsroom.Update;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.platform.Text;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import de.notbetrieb.town.file.TownFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small town with its people, from its facts to its store. */
public final class PublishingWorld implements AutoCloseable {
  public static final Slug TOWN = Slug.of("musterstadt");
  public static final String PASSWORD = "ein-langes-passwort";
  public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");
  private static final Path FILE = Path.of("src/test/resources/towns/musterstadt.yaml");

  public final Path towns;
  public final Database database;
  public final Journal journal;
  public final People people;
  public final Editions editions;
  public final EditionStore store;

  public PublishingWorld(Path data) {
    this.towns = data.resolve("towns");
    this.database = Database.embedded(data);
    this.journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
    this.people = new People(database, journal);
    this.editions = new Editions(journal, people, towns, Purpose.REAL);
    this.store = new EditionStore(towns, TOWN);
  }

  /**
   * The same with the town's facts, its people and its key. Passwords are made as slowly as in
   * life, so the town is founded once for all tests, and each gets a copy.
   */
  public static PublishingWorld founded(Path data) {
    return copied(Founded.DATA, data);
  }

  /** A world that was closed, once more. */
  public static PublishingWorld copied(Path founded, Path data) {
    try (Stream<Path> all = Files.walk(founded)) {
      for (Path path : all.toList()) {
        Path target = data.resolve(founded.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PublishingWorld(data);
  }

  /** The one that is copied. */
  private static final class Founded {
    static final Path DATA = once();

    private static Path once() {
      try {
        Path data = Files.createTempDirectory("founded");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data)));
        found(data).close();
        return data;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void remove(Path data) {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishingWorld found(Path data) {
    PublishingWorld world = new PublishingWorld(data);
    ReadTownFile file = ReadTownFile.of(FILE);
    world.people.found(
        TOWN,
        RequestId.random(),
        List.of(
            new Newcomer("lesen", "Lesen", List.of(Role.READER), PASSWORD),
            new Newcomer("redaktion", "Pressestelle", List.of(Role.EDITOR), PASSWORD),
            new Newcomer("freigabe", "Leitung", List.of(Role.RELEASER), PASSWORD),
            new Newcomer("technik", "Technik", List.of(Role.ADMINISTRATOR), PASSWORD),
            new Newcomer("allein", "Allein", List.of(Role.EDITOR, Role.RELEASER), PASSWORD)),
        change -> {
          ImportPlan.of(change, file.town().orElseThrow(), false).apply(change);
          file.recordSituation(change);
        });
    world.editions.recover(TOWN);
    return world;
  }

  public Person person(String signIn) {
    return people.named(TOWN, signIn).orElseThrow();
  }

  /** Adds what this says to the town's file, and brings the file in again. */
  public void bringIn(String services) throws IOException {
    String file = Files.readString(FILE).replaceFirst("(?m)^services:\n", services);
    Town town =
        TownFile.read("stadt.yaml", file.getBytes(StandardCharsets.UTF_8)).town().orElseThrow();
    journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> ImportPlan.of(change, town, false).apply(change));
  }

  /** An update that is ready for the next edition. */
  public long say(String id, String words) {
    return say(id, Text.of(words));
  }

  /** The same in the languages that it is there in. */
  public long say(String id, Text words) {
    Update update = new Update(Slug.of(id), NOW, Text.of("Neues"), List.of(words), List.of(), true);
    return journal
        .write(
            TOWN, Actor.PROGRAM, RequestId.random(), change -> change.put(Update.KIND, id, update))
        .head();
  }

  /** A system is found in another state. */
  public void set(String system, SystemState state) {
    journal.write(
        TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change ->
            Situations.setSystem(
                change,
                Towns.of(change).orElseThrow(),
                new SystemStatus(Slug.of(system), state, Optional.empty(), NOW, Optional.empty()),
                change.find(SystemStatus.KIND, system).map(Stored::entry).orElse(0L)));
  }

  public Request request() {
    return editions
        .drafting()
        .request(TOWN, person("redaktion"), RequestId.random(), NOW, Optional.of(NOW.plusDays(1)));
  }

  public int release(Request request) {
    return editions.release(
        TOWN, person("freigabe"), RequestId.random(), request.id(), PASSWORD, Optional.empty());
  }

  public int publish() {
    return release(request());
  }

  /** "Unchanged", two hours later. */
  public int confirm(RequestId form) {
    return editions.confirm(
        TOWN,
        person("freigabe"),
        form,
        NOW.plusHours(2),
        Optional.of(NOW.plusDays(1)),
        PASSWORD,
        Optional.of("Niemand sonst im Haus"));
  }

  public Withdrawal.Done withdraw(Withdrawal.Order order) {
    return editions.withdraw(
        TOWN, person("freigabe"), RequestId.random(), order, PASSWORD, NOW.plusHours(1));
  }

  public StoreVerification verified() {
    return StoreVerification.of(journal.read(TOWN), towns, TOWN);
  }

  @Override
  public void close() {
    journal.close();
    database.close();
  }
}
