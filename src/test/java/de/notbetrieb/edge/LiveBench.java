package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.edition.PublicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Many listeners at {@code /live}, one event to all: memory for each and CPU for the event, the edge
 * against a bare Netty that sends the same bytes; see {@code bench/live}.
 */
final class LiveBench {
  private static final String PAGE = "<!doctype html><html lang=\"de\"><title>x</title><p>x</html>";

  /** Of the first ones the compiler takes more than they do. */
  private static final int EVENTS_BEFORE = 3;

  private final int listeners;
  private final Path work;
  private final EditionFixture town;
  private int edition = 1;

  private LiveBench(int listeners, Path work) {
    this.listeners = listeners;
    this.work = work;
    this.town = new EditionFixture(work.resolve("towns"), "bench");
    town.seal(1, Map.of("index.html", PAGE));
  }

  /** Listeners, rounds, work folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int listeners = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    LiveBench bench = new LiveBench(listeners, Path.of(arguments[2]));
    Measured[] edge = new Measured[rounds];
    Measured[] bare = new Measured[rounds];
    for (int round = -1; round < rounds; round++) {
      Measured ours = bench.edge();
      Measured theirs = bench.bare();
      if (round >= 0) {
        edge[round] = ours;
        bare[round] = theirs;
      }
    }
    System.out.printf(
        "%,d listeners, one event to all, medians of %d rounds, a new process for each%n",
        listeners, rounds);
    System.out.printf("%-36s %10s %10s %8s%n", "", "edge", "bare", "ratio");
    print("bytes of live objects for each", edge, bare, Measured::liveEach);
    print("bytes of resident memory for each", edge, bare, Measured::residentEach);
    print("CPU of the event, microseconds each", edge, bare, Measured::microsEach);
    print("until the last has it, milliseconds", edge, bare, Measured::millis);
  }

  /**
   * @param liveEach what a collection leaves; {@code residentEach} counts what it has not yet
   *     collected, and parts of the heap that were not in use before
   */
  private record Measured(double liveEach, double residentEach, double microsEach, double millis) {}

  private static void print(
      String what,
      Measured[] edge,
      Measured[] bare,
      java.util.function.ToDoubleFunction<Measured> of) {
    double ours = median(Arrays.stream(edge).mapToDouble(of).toArray());
    double theirs = median(Arrays.stream(bare).mapToDouble(of).toArray());
    System.out.printf("%-36s %10.1f %10.1f %8.2f%n", what, ours, theirs, ours / theirs);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  /** What the edge does for a new edition without listeners is not counted. */
  private Measured edge() throws IOException, InterruptedException {
    int port = freePort();
    List<String> options =
        List.of(
            EdgeMain.class.getName(),
            "--follow",
            town.towns.toString(),
            "--host",
            "127.0.0.1",
            "--port",
            String.valueOf(port),
            "--pins",
            work.resolve("pins-" + port).toString());
    try (Server server = Server.start(options, "answers at", work)) {
      double alone = 0;
      for (int i = 0; i < 2; i++) {
        double before = server.cpuMicros();
        publish();
        Thread.sleep(2500);
        alone = server.cpuMicros() - before;
      }
      double live = server.liveBytes();
      double resident = server.residentBytes();
      try (Crowd crowd = Crowd.join(listeners, port)) {
        crowd.awaitEach("HTTP/1.1 200 OK");
        double residentEach = (server.residentBytes() - resident) / listeners;
        double micros = 0;
        double millis = 0;
        for (int event = 0; event <= EVENTS_BEFORE; event++) {
          double cpu = server.cpuMicros();
          publish();
          millis = crowd.awaitEach("event: edition\nid: " + edition + "\n");
          Thread.sleep(1500);
          micros = (server.cpuMicros() - cpu - alone) / listeners;
        }
        return new Measured((server.liveBytes() - live) / listeners, residentEach, micros, millis);
      }
    }
  }

  private Measured bare() throws IOException, InterruptedException {
    int port = freePort();
    try (Server server =
        Server.start(List.of(BareNetty.class.getName(), String.valueOf(port)), "listens", work)) {
      for (int i = 0; i < 2; i++) {
        server.say("event");
      }
      double live = server.liveBytes();
      double resident = server.residentBytes();
      try (Crowd crowd = Crowd.join(listeners, port)) {
        crowd.awaitEach("HTTP/1.1 200 OK");
        double residentEach = (server.residentBytes() - resident) / listeners;
        double micros = 0;
        double millis = 0;
        for (int event = 0; event <= EVENTS_BEFORE; event++) {
          double cpu = server.cpuMicros();
          server.say("event");
          millis = crowd.awaitEach("event: edition\nid: " + (3 + event) + "\n");
          Thread.sleep(1500);
          micros = (server.cpuMicros() - cpu) / listeners;
        }
        return new Measured((server.liveBytes() - live) / listeners, residentEach, micros, millis);
      }
    }
  }

  /** Sealed beside and moved to its place, as the program does it. */
  private void publish() throws IOException {
    edition++;
    Path beside = work.resolve("beside");
    town.sealIn(
        beside,
        edition,
        List.of(
            new PublicFile("index.html", EditionFixture.bytes(PAGE)),
            new PublicFile("edition.json", EditionFixture.bytes(town.json(edition, "")))));
    Files.move(beside, town.store.edition(edition), StandardCopyOption.ATOMIC_MOVE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A server in a process of its own, started as the edge is. */
  private record Server(Process process) implements AutoCloseable {
    static Server start(List<String> main, String ready, Path work) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(EdgeMain.JVM_OPTIONS);
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(main);
      Process process =
          new ProcessBuilder(command).redirectError(work.resolve("server.log").toFile()).start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = out.readLine(); !line.contains(ready); ) {
        line = out.readLine();
      }
      return new Server(process);
    }

    void say(String word) throws IOException {
      process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    /** The last line of the histogram, which is made after a full collection. */
    double liveBytes() throws IOException {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process histogram =
          new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.class_histogram")
              .start();
      try (BufferedReader lines = histogram.inputReader()) {
        String total =
            lines.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
        return Double.parseDouble(total.strip().split("\\s+", -1)[2]);
      }
    }

    double residentBytes() throws IOException {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElseThrow();
    }

    double cpuMicros() throws IOException {
      try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
        return threads.mapToDouble(Server::micros).sum();
      }
    }

    private static double micros(Path thread) {
      try {
        return Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ", -1)[0])
            / 1000;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Sockets that wait, all of one thread. */
  private record Crowd(Selector selector, List<SocketChannel> all) implements AutoCloseable {
    static Crowd join(int size, int port) throws IOException {
      Selector selector = Selector.open();
      List<SocketChannel> all = new ArrayList<>();
      byte[] ask =
          "GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < size; i++) {
        // several addresses: one has too few ports
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", port);
        SocketChannel channel = SocketChannel.open(server);
        channel.write(ByteBuffer.wrap(ask));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
        all.add(channel);
      }
      return new Crowd(selector, all);
    }

    /** Waits until each has read these words; says how many milliseconds it took. */
    double awaitEach(String words) throws IOException {
      long began = System.nanoTime();
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      int missing = all.size();
      while (missing > 0) {
        if (selector.select(60_000) == 0) {
          throw new IOException(missing + " listeners heard nothing for a minute");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          StringBuilder heard = (StringBuilder) key.attachment();
          buffer.clear();
          if (((SocketChannel) key.channel()).read(buffer) < 0) {
            throw new IOException("a listener was sent away");
          }
          heard.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
          if (heard.indexOf(words) >= 0) {
            heard.setLength(0);
            missing--;
          }
        }
        selector.selectedKeys().clear();
      }
      return (System.nanoTime() - began) / 1e6;
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : all) {
        channel.close();
      }
      selector.close();
    }
  }
}
