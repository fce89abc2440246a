package de.notbetrieb.publishing.place;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** Adobe's S3 mock in a process of its own, with one empty bucket. */
final class Bucket implements AutoCloseable {
  static final String NAME = "stadt";

  final int port = Ports.free();
  private final Process process;

  private Bucket(Path data) throws IOException {
    String jar =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> Path.of(path).getFileName().toString().startsWith("s3mock-"))
            .findFirst()
            .orElseThrow();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar,
                "--server.port=0",
                "--com.adobe.testing.s3mock.httpPort=" + port,
                "--com.adobe.testing.s3mock.store.initialBuckets=" + NAME)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("s3mock.log").toFile())
            .start();
    Ports.await(port, process);
  }

  static Bucket start(Path data) throws IOException {
    return new Bucket(data);
  }

  String location(String folder) {
    return "http://127.0.0.1:" + port + "/" + NAME + "/" + folder;
  }

  URI address(String folder) {
    return URI.create(location(folder) + "/");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
