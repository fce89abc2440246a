package de.notbetrieb.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import de.notbetrieb.edition.EditionFixture;
import de.notbetrieb.publishing.RunningEdge;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge runs for months: what it held of an edition is given back when there is another. */
@Tag("long")
class GivenBackTest {
  private static final int PAGES = 40;
  private static final int PAGE_BYTES = 100_000;
  private static final int EDITIONS = 6;

  @TempDir Path data;
  private final Random random = new Random(1);
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void afterManyEditionsTheEdgeHoldsNoMoreThanOfOne() throws Exception {
    EditionFixture town = new EditionFixture(data.resolve("towns"), "moessingen");
    town.seal(1, pages(1));
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process edge =
        new ProcessBuilder(RunningEdge.command(data, port))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile())
            .start();
    try {
      awaitServed(port, 1);
      try (JMXConnector connector = connect(edge)) {
        BufferPoolMXBean outsideTheHeap =
            ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(),
                "java.nio:type=BufferPool,name=direct",
                BufferPoolMXBean.class);
        long ofOne = outsideTheHeap.getMemoryUsed();
        assertThat(ofOne).as("its pages lie there").isGreaterThan(PAGES * PAGE_BYTES);
        for (int number = 2; number <= EDITIONS; number++) {
          town.seal(number, pages(number));
          awaitServed(port, number);
        }
        long ofMany = outsideTheHeap.getMemoryUsed();

        await()
            .atMost(Duration.ofSeconds(150))
            .pollInterval(Duration.ofSeconds(2))
            .until(() -> outsideTheHeap.getMemoryUsed() < ofOne * 3 / 2);

        System.out.printf(
            "outside the heap: %,d bytes with one edition, %,d after %d, then %,d%n",
            ofOne, ofMany, EDITIONS, outsideTheHeap.getMemoryUsed());
        assertThat(ofMany).as("otherwise there was nothing to give back").isGreaterThan(ofOne * 2);
      }
    } finally {
      edge.destroyForcibly().onExit().join();
    }
  }

  private Map<String, String> pages(int number) {
    Map<String, String> pages = new TreeMap<>();
    pages.put("index.html", "<html>" + number + "</html>");
    byte[] bytes = new byte[PAGE_BYTES / 2];
    for (int page = 0; page < PAGES; page++) {
      random.nextBytes(bytes);
      pages.put("seite-" + page + "/index.html", HexFormat.of().formatHex(bytes));
    }
    return pages;
  }

  /** The address is what our own child says. */
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connect(Process edge) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(edge.pid()));
    try {
      return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
    } finally {
      machine.detach();
    }
  }

  private void awaitServed(int port, int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get(port).equals("<html>" + number + "</html>"));
  }

  private String get(int port) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
