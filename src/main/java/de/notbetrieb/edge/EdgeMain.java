package de.notbetrieb.edge;

import de.notbetrieb.platform.Damage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Starts the edge as a process of its own. */
public final class EdgeMain {
  /**
   * What the edge's JVM is started with: small, with room for pages off the heap; only a town of
   * hundreds of services in all languages makes it grow. The best compiler comes only for what is
   * asked again and again, so that it does not compete with the start, and what it used is given
   * back.
   */
  public static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms48m",
          "-Xmn16m",
          "-Xmx192m",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:MaxDirectMemorySize=512m",
          "-Xss256k",
          "-XX:+UseCompactObjectHeaders",
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=4000",
          "-XX:Tier4CompileThreshold=40000",
          "-XX:Tier4BackEdgeThreshold=200000",
          "-XX:TrimNativeHeapInterval=5000",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED");

  private EdgeMain() {}

  public static void main(String[] arguments) {
    try {
      EdgeOptions options = EdgeOptions.parse(arguments);
      Edge edge =
          Edge.start(options, InstantSource.offset(InstantSource.system(), options.clockOffset()));
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
