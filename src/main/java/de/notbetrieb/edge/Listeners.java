package de.notbetrieb.edge;

import de.notbetrieb.platform.Slug;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those who wait at {@code /live}: they hear the number and time of each new edition. */
final class Listeners {
  static final String HEAD =
      "HTTP/1.1 200 OK\r\n"
          + "Content-Type: text/event-stream; charset=utf-8\r\n"
          + "Cache-Control: no-store\r\n"
          + "X-Accel-Buffering: no\r\n"
          + "X-Content-Type-Options: nosniff\r\n"
          + "Access-Control-Allow-Origin: *\r\n"
          + "Connection: close\r\n\r\n";
  private static final ByteBuf HEARTBEAT = outside(":\n\n");
  private static final int HEARTBEAT_SECONDS = 15;

  private final int max;
  private final Map<Connection, Slug> towns = new HashMap<>();

  Listeners(int max) {
    this.max = max;
  }

  boolean enter(Connection connection, Slug town) {
    if (towns.size() >= max) {
      return false;
    }
    towns.put(connection, town);
    return true;
  }

  void leave(Connection connection) {
    towns.remove(connection);
  }

  void announce(Sites.Town town) {
    ByteBuf event = event(town);
    List.copyOf(towns.entrySet()).stream()
        .filter(entry -> entry.getValue().equals(town.store().town()))
        .forEach(entry -> entry.getKey().tell(event));
  }

  void beat(int second) {
    if (second % HEARTBEAT_SECONDS == 0) {
      List.copyOf(towns.keySet()).forEach(connection -> connection.tell(HEARTBEAT));
    }
  }

  static ByteBuf event(Sites.Town town) {
    return outside(
        "event: edition\nid: %s\ndata: {\"edition\":%s,\"asOf\":\"%s\"}\n\n"
            .formatted(town.site().number(), town.site().number(), town.site().time()));
  }

  /** Words for many, outside the heap: they are written as they lie there and copied for nobody. */
  private static ByteBuf outside(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
  }
}
