package de.notbetrieb.edge;

import de.notbetrieb.edition.EditionHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What those hear who wait at {@code /live}: number and time of each new edition, as server-sent
 * events. The words lie outside the heap, are written as they lie there and copied for nobody.
 */
final class EventStream {
  static final String HEAD =
      "HTTP/1.1 200 OK\r\n"
          + "Content-Type: text/event-stream; charset=utf-8\r\n"
          + "Cache-Control: no-store\r\n"
          + "X-Accel-Buffering: no\r\n"
          + "X-Content-Type-Options: nosniff\r\n"
          + "Access-Control-Allow-Origin: *\r\n"
          + "Connection: close\r\n\r\n";

  static final int HEARTBEAT_SECONDS = 15;
  private static final ByteBuf BEGINNING = outside(HEAD);
  private static final ByteBuf HEARTBEAT = outside(":\n\n");

  private EventStream() {}

  static ByteBuf beginning() {
    return BEGINNING.duplicate();
  }

  static ByteBuf heartbeat() {
    return HEARTBEAT.duplicate();
  }

  /** One buffer for all who hear of this edition; each writes a duplicate. */
  static ByteBuf event(EditionHead edition) {
    return outside(
        "event: edition\nid: %s\ndata: {\"edition\":%s,\"asOf\":\"%s\"}\n\n"
            .formatted(edition.number(), edition.number(), edition.asOf()));
  }

  private static ByteBuf outside(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
  }
}
