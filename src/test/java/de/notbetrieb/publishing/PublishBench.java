package de.notbetrieb.publishing;

import com.sun.management.OperatingSystemMXBean;
import de.notbetrieb.access.Newcomer;
import de.notbetrieb.access.People;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Slug;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import de.notbetrieb.town.Towns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/**
 * One changed state, from the start of the release until a running edge serves it, against hashing,
 * compressing and writing the changed files once; see {@code bench/publish}.
 */
final class PublishBench implements AutoCloseable {
  private static final String PASSWORD = "ein-langes-passwort";
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T09:00:00+01:00");

  private final Path work;
  private final Path towns;
  private final Database database;
  private final Journal journal;
  private final People people;
  private final Editions editions;
  private final EditionStore store;
  private int changes;

  private PublishBench(int services, Path work) {
    this.work = work;
    this.towns = work.resolve("towns");
    this.database = Database.embedded(work);
    this.journal = new Journal(database, Clock.system(ZoneId.of("Europe/Berlin")));
    this.people = new People(database, journal);
    this.editions = new Editions(journal, people, towns, Purpose.EXERCISE);
    this.store = new EditionStore(towns, ManyServices.TOWN);
    people.found(
        ManyServices.TOWN,
        RequestId.random(),
        List.of(
            new Newcomer("redaktion", "Redaktion", List.of(Role.EDITOR), PASSWORD),
            new Newcomer("freigabe", "Freigabe", List.of(Role.RELEASER), PASSWORD)),
        change -> ImportPlan.of(change, ManyServices.of(services), false).apply(change));
    editions.recover(ManyServices.TOWN);
    set(ManyServices.EVERYBODYS, SystemState.DOWN);
  }

  /** Services, rounds, work folder, rounds before that do not count. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int services = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    int warmups = Integer.parseInt(arguments[3]);
    try (PublishBench bench = new PublishBench(services, Path.of(arguments[2]))) {
      bench.run(services, rounds, warmups);
    }
  }

  private record Measured(
      double password,
      double release,
      double served,
      double once,
      double onceUnforced,
      double passwordCpu,
      double cpu,
      double onceCpu,
      int files,
      double kilobytes) {
    double all() {
      return release + served;
    }

    double cpuWithout() {
      return cpu - passwordCpu;
    }

    double without() {
      return all() - password;
    }
  }

  private void run(int services, int rounds, int warmups)
      throws IOException, InterruptedException, ExecutionException {
    editions.release(
        ManyServices.TOWN,
        person("freigabe"),
        RequestId.random(),
        request(),
        PASSWORD,
        Optional.empty());
    Measured[] all = new Measured[rounds];
    try (RunningEdge edge = RunningEdge.start(work)) {
      for (int round = -warmups; round < rounds; round++) {
        Measured measured = round(edge);
        if (round >= 0) {
          all[round] = measured;
        }
      }
      print("services", all, _ -> services);
      print(
          "files-in-edition", all, _ -> store.read(1 + changes, store.key()).sums().lines().size());
      print("changed-files", all, Measured::files);
      print("changed-kb", all, Measured::kilobytes);
      print("password-ms", all, Measured::password);
      print("release-ms", all, Measured::release);
      print("edge-ms", all, Measured::served);
      print("once-ms", all, Measured::once);
      print("once-without-sync-ms", all, Measured::onceUnforced);
      print("all-without-password-ms", all, Measured::without);
      print("processor-without-password-ms", all, Measured::cpuWithout);
      print("processor-once-ms", all, Measured::onceCpu);
      print("ratio-of-processor-without-password", all, one -> one.cpuWithout() / one.onceCpu());
      print("ratio-without-password", all, one -> one.without() / one.once());
      print("ratio", all, one -> one.all() / one.once());
      print("edge-resident-mb", all, _ -> edge.residentMegabytes());
    }
  }

  private Measured round(RunningEdge edge)
      throws IOException, InterruptedException, ExecutionException {
    set(ManyServices.ONE_SERVICES, ++changes % 2 == 1 ? SystemState.DOWN : SystemState.UP);
    String request = request();
    Person releaser = person("freigabe");
    long began = System.nanoTime();
    double cpu = cpu();
    people.key(ManyServices.TOWN, releaser, PASSWORD).close();
    double password = since(began);
    double passwordCpu = cpu() - cpu;
    cpu = cpu() + edge.cpu();
    began = System.nanoTime();
    int number =
        editions.release(
            ManyServices.TOWN, releaser, RequestId.random(), request, PASSWORD, Optional.empty());
    double release = since(began);
    began = System.nanoTime();
    edge.await(number);
    double served = since(began);
    cpu = cpu() + edge.cpu() - cpu;
    List<PublicFile> changed = ChangedFiles.of(store, number);
    double onceCpu = cpu();
    double once = ChangedFiles.once(changed, work, true);
    onceCpu = cpu() - onceCpu;
    return new Measured(
        password,
        release,
        served,
        once,
        ChangedFiles.once(changed, work, false),
        passwordCpu,
        cpu,
        onceCpu,
        changed.size(),
        changed.stream().mapToLong(file -> file.bytes().length).sum() / 1e3);
  }

  private String request() {
    return editions
        .drafting()
        .request(
            ManyServices.TOWN,
            person("redaktion"),
            RequestId.random(),
            NOW.plusMinutes(changes),
            Optional.of(NOW.plusDays(1)))
        .id();
  }

  private void set(Slug system, SystemState state) {
    journal.write(
        ManyServices.TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          Town town = Towns.of(change).orElseThrow();
          long seen = change.find(SystemStatus.KIND, system.value()).map(Stored::entry).orElse(0L);
          SystemStatus status =
              new SystemStatus(
                  system, state, Optional.empty(), NOW.plusMinutes(changes), Optional.empty());
          Situations.setSystem(change, town, status, seen);
        });
  }

  private Person person(String signIn) {
    return people.named(ManyServices.TOWN, signIn).orElseThrow();
  }

  /** Milliseconds of the processor that this process has had, the compiler's and the collector's too. */
  private static double cpu() {
    return MACHINE.getProcessCpuTime() / 1e6;
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private static void print(String what, Measured[] all, ToDoubleFunction<Measured> of) {
    double[] values = Arrays.stream(all).mapToDouble(of).sorted().toArray();
    System.out.printf(Locale.ROOT, "%s %.2f%n", what, values[values.length / 2]);
  }

  @Override
  public void close() {
    journal.close();
    database.close();
  }
}
