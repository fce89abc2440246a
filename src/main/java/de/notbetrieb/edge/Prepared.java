package de.notbetrieb.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A whole response in one buffer outside the heap, written once and sent many times. Only the date
 * changes: it is rewritten in place, by the one talking thread, when the second has changed.
 */
final class Prepared implements Answer {
  private static final String DATE = "Date: ";

  private final ByteBuf bytes;
  private final int headLength;
  private final int dateAt;
  private final String etag;
  private int tick = -1;

  private Prepared(ByteBuf bytes, int headLength, int dateAt, String etag) {
    this.bytes = bytes;
    this.headLength = headLength;
    this.dateAt = dateAt;
    this.etag = etag;
  }

  /**
   * @param head status line and header lines, each ended by CRLF, without date, length and end
   */
  static Prepared of(Head head, byte[] body) {
    String status = "HTTP/1.1 " + head.status() + "\r\n";
    String length = head.hasBody() ? "Content-Length: " + body.length + "\r\n" : "";
    String text = status + DATE + DateLine.BLANK + "\r\n" + length + head.lines() + "\r\n";
    byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer memory = ByteBuffer.allocateDirect(first.length + body.length);
    memory.put(first).put(body).flip();
    return new Prepared(
        Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory)),
        first.length,
        status.length() + DATE.length(),
        head.etag());
  }

  /** The answer to those who have it already. */
  Prepared notModified() {
    String text = bytes.toString(0, headLength - 2, StandardCharsets.ISO_8859_1);
    String lines = text.substring(text.indexOf("Content-Type: "));
    return of(new Head("", etag, lines, true).notModified(), new byte[0]);
  }

  ByteBuf whole(DateLine now) {
    return dated(now).duplicate();
  }

  ByteBuf head(DateLine now) {
    return dated(now).slice(0, headLength);
  }

  ByteBuf body() {
    return bytes.slice(headLength, bytes.writerIndex() - headLength);
  }

  /** The head with the word that this is the last response on the connection. */
  ByteBuf lastHead(DateLine now) {
    return Unpooled.wrappedBuffer(
        Unpooled.copiedBuffer(dated(now).slice(0, headLength - 2)),
        Unpooled.copiedBuffer("Connection: close\r\n\r\n", StandardCharsets.ISO_8859_1));
  }

  private ByteBuf dated(DateLine now) {
    if (tick != now.tick()) {
      tick = now.tick();
      bytes.setBytes(dateAt, now.bytes());
    }
    return bytes;
  }

  byte[] bodyBytes() {
    byte[] body = new byte[bodyLength()];
    body().readBytes(body);
    return body;
  }

  int bodyLength() {
    return bytes.writerIndex() - headLength;
  }

  String etag() {
    return etag;
  }
}
