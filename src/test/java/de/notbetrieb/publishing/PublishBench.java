package de.notbetrieb.publishing;

import com.sun.management.OperatingSystemMXBean;
import de.notbetrieb.access.People;
import de.notbetrieb.access.People.Newcomer;
import de.notbetrieb.access.Person;
import de.notbetrieb.access.Role;
import de.notbetrieb.channel.Compression;
import de.notbetrieb.edge.EdgeMain;
import de.notbetrieb.edition.EditionStore;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.edition.Purpose;
import de.notbetrieb.journal.Actor;
import de.notbetrieb.journal.Journal;
import de.notbetrieb.journal.RequestId;
import de.notbetrieb.journal.Stored;
import de.notbetrieb.platform.Database;
import de.notbetrieb.platform.Sha256Sums;
import de.notbetrieb.situation.Situations;
import de.notbetrieb.situation.SystemState;
import de.notbetrieb.situation.SystemStatus;
import de.notbetrieb.town.ImportPlan;
import de.notbetrieb.town.Town;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Services, rounds, work folder. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int services = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    try (PublishBench bench = new PublishBench(services, Path.of(arguments[2]))) {
      bench.run(services, rounds);
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

  private void run(int services, int rounds)
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
      for (int round = -2; round < rounds; round++) {
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
    List<PublicFile> changed = changed(number);
    double onceCpu = cpu();
    double once = once(changed, true);
    onceCpu = cpu() - onceCpu;
    return new Measured(
        password,
        release,
        served,
        once,
        once(changed, false),
        passwordCpu,
        cpu,
        onceCpu,
        changed.size(),
        changed.stream().mapToLong(file -> file.bytes().length).sum() / 1e3);
  }

  private String request() {
    return editions
        .request(
            ManyServices.TOWN,
            person("redaktion"),
            RequestId.random(),
            NOW.plusMinutes(changes),
            Optional.of(NOW.plusDays(1)))
        .id();
  }

  /** The uncompressed files that the edition before does not hold under any name. */
  private List<PublicFile> changed(int number) {
    Sha256Sums now = Sha256Sums.parse("now", text(number));
    Set<String> before = new HashSet<>();
    Sha256Sums.parse("before", text(number - 1)).lines().forEach(l -> before.add(l.sha256()));
    List<PublicFile> changed = new ArrayList<>();
    for (Sha256Sums.Line line : now.lines()) {
      if (before.add(line.sha256()) && !isCompressed(now, line.path())) {
        try {
          byte[] bytes = Files.readAllBytes(store.edition(number).resolve(line.path()));
          changed.add(new PublicFile(line.path(), bytes));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return changed;
  }

  private static boolean isCompressed(Sha256Sums sums, String path) {
    return (path.endsWith(".gz") || path.endsWith(".br"))
        && sums.of(path.substring(0, path.length() - 3)).isPresent();
  }

  private String text(int number) {
    try {
      return Files.readString(store.edition(number).resolve(Sha256Sums.FILE_NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What cannot be saved: with as many threads as the program takes, on the same disk. */
  private double once(List<PublicFile> changed, boolean forced)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Files.createDirectory(work.resolve("once"));
    long began = System.nanoTime();
    try (ExecutorService writers = Executors.newFixedThreadPool(Disk.AT_ONCE)) {
      List<Future<?>> written = new ArrayList<>();
      for (int i = 0; i < changed.size(); i++) {
        PublicFile file = changed.get(i);
        Path place = folder.resolve(String.valueOf(i));
        written.add(writers.submit(() -> write(place, file, forced)));
      }
      for (Future<?> one : written) {
        one.get();
      }
    }
    if (forced) {
      Disk.forceFolder(folder);
    }
    double took = since(began);
    try (var files = Files.list(folder)) {
      files.forEach(file -> file.toFile().delete());
    }
    Files.delete(folder);
    return took;
  }

  private static void write(Path place, PublicFile file, boolean forced) {
    try {
      file.line();
      put(place, file.bytes(), forced);
      for (PublicFile neighbour : Compression.neighbours(file)) {
        neighbour.line();
        String ending = neighbour.path().substring(file.path().length());
        put(place.resolveSibling(place.getFileName() + ending), neighbour.bytes(), forced);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Path place, byte[] bytes, boolean forced) throws IOException {
    if (forced) {
      Disk.force(place, bytes);
    } else {
      Files.write(place, bytes);
    }
  }

  private void set(de.notbetrieb.platform.Slug system, SystemState state) {
    journal.write(
        ManyServices.TOWN,
        Actor.PROGRAM,
        RequestId.random(),
        change -> {
          Town town = de.notbetrieb.town.Towns.of(change).orElseThrow();
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

  /** An edge in a process of its own, and one who waits there for the next number. */
  private record RunningEdge(Process process, Socket live, BufferedReader events)
      implements AutoCloseable {
    static RunningEdge start(Path work) throws IOException {
      int port;
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(EdgeMain.JVM_OPTIONS);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(EdgeMain.class.getName(), "--host", "127.0.0.1"));
      command.addAll(List.of("--port", String.valueOf(port)));
      command.addAll(List.of("--follow", work.resolve("towns").toString()));
      Process process =
          new ProcessBuilder(command).redirectError(work.resolve("edge.log").toFile()).start();
      BufferedReader out = reader(process.getInputStream());
      for (String line = out.readLine(); !line.contains("answers at"); ) {
        line = out.readLine();
      }
      Socket live = new Socket("127.0.0.1", port);
      live.setSoTimeout(300_000);
      live.getOutputStream()
          .write(
              "GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      RunningEdge edge = new RunningEdge(process, live, reader(live.getInputStream()));
      edge.awaitLine("HTTP/1.1 200 OK");
      return edge;
    }

    private static BufferedReader reader(java.io.InputStream in) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    void await(int number) throws IOException {
      awaitLine("id: " + number);
    }

    private void awaitLine(String line) throws IOException {
      for (String heard = events.readLine(); !line.equals(heard); heard = events.readLine()) {
        if (heard == null) {
          throw new IOException("the edge has gone away; it wrote " + process.info());
        }
      }
    }

    double cpu() {
      return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }

    double residentMegabytes() {
      try {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
            .findFirst()
            .orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      live.close();
      process.destroyForcibly().onExit().join();
    }
  }
}
