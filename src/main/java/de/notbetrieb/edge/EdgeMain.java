package de.notbetrieb.edge;

import de.notbetrieb.platform.Damage;
import java.io.IOException;
import java.time.InstantSource;

/** Starts the edge as a process of its own. */
public final class EdgeMain {
  private EdgeMain() {}

  public static void main(String[] arguments) {
    try {
      EdgeOptions options = EdgeOptions.parse(arguments);
      Edge edge = Edge.start(options, InstantSource.system());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(edge)));
      System.out.println(
          "edge " + edge.version() + " answers at http://" + options.host() + ":" + edge.port());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\nusage: " + EdgeOptions.USAGE);
      System.exit(2);
    } catch (Damage | IOException e) {
      System.err.println("The edge cannot start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void close(Edge edge) {
    try {
      edge.close();
    } catch (IOException e) {
      System.err.println("The pid file could not be deleted: " + e.getMessage());
    }
  }
}
