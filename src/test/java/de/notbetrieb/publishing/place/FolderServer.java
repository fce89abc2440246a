package de.notbetrieb.publishing.place;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows a folder to everybody, and can go on showing what lay there before. */
final class FolderServer implements AutoCloseable {
  private final Path folder;
  private final HttpServer server;
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();

  FolderServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  /** Like a cache that nobody empties. */
  void keep(String path, String words) {
    kept.put(path, words.getBytes());
  }

  /** How often somebody wanted to write, and was sent away. */
  int refused() {
    return refused.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    Path file = folder.resolve(path);
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        refused.incrementAndGet();
        exchange.sendResponseHeaders(401, -1);
      } else if (kept.containsKey(path) || Files.isRegularFile(file)) {
        byte[] bytes = kept.containsKey(path) ? kept.get(path) : Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
