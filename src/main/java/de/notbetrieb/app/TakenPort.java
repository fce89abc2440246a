package de.notbetrieb.app;

import de.notbetrieb.platform.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A port that a listener of ours cannot have, and who has it: an edge outlives its program and even
 * its data directory.
 */
final class TakenPort {
  /** A busy machine takes its time: an edge must not be taken for a stranger. */
  private static final int PATIENCE_SECONDS = 5;

  private TakenPort() {}

  /** Which of the two listeners asks. */
  enum Door {
    PUBLIC("app.port-"),
    STAFF("app.staff-port-");

    private final String key;

    Door(String key) {
      this.key = key;
    }
  }

  /**
   * Tries to listen there, for a moment.
   *
   * @throws Refused who listens there already, or what else is in the way
   */
  static void requireFree(Door door, String host, int port) {
    try {
      InetAddress address = InetAddress.getByName(host);
      try (ServerSocket listening = new ServerSocket(port, 1, address)) {
        listening.setSoTimeout(1);
      } catch (IOException e) {
        throw refusal(
            door,
            address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address,
            port,
            e);
      }
    } catch (java.net.UnknownHostException e) {
      throw Refused.conflict(door.key + "closed", String.valueOf(port), "" + e.getMessage());
    }
  }

  private static Refused refusal(Door door, InetAddress address, int port, IOException why) {
    String number = String.valueOf(port);
    Optional<String> edge = edge(address, port);
    if (edge.isPresent()) {
      return Refused.conflict(door.key + "of-edge", number, edge.get());
    }
    return isAnswered(address, port)
        ? Refused.conflict(door.key + "taken", number)
        : Refused.conflict(door.key + "closed", number, "" + why.getMessage());
  }

  /** The process number of the edge that answers there. */
  private static Optional<String> edge(InetAddress address, int port) {
    HttpClient client = HttpClient.newHttpClient();
    try {
      URI healthz = new URI("http", null, address.getHostAddress(), port, "/healthz", null, null);
      String said =
          client
              .sendAsync(HttpRequest.newBuilder(healthz).build(), BodyHandlers.ofString())
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join()
              .body();
      JsonNode health = JsonMapper.shared().readTree(said);
      return Optional.of(health.path("pid").asString(""))
          .filter(pid -> !pid.isEmpty() && health.has("version"));
    } catch (CompletionException | JacksonException | java.net.URISyntaxException e) {
      return Optional.empty();
    } finally {
      client.shutdownNow();
    }
  }

  private static boolean isAnswered(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_SECONDS * 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
