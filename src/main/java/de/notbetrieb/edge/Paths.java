package de.notbetrieb.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Paths and queries of requests. */
final class Paths {
  private static final String BAD = "400 Bad Request";

  private Paths() {}

  /** Decodes a path and refuses every trick with it. */
  static String decoded(String path) throws BadRequest {
    String plain = path;
    if (path.indexOf('%') >= 0) {
      plain = percentDecoded(path);
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c < ' ' || c == 127 || c == '\\') {
        throw new BadRequest(BAD);
      }
      if (c == '/' && plain.startsWith("/.", i) && isDots(plain, i + 1)) {
        throw new BadRequest(BAD);
      }
    }
    return plain;
  }

  private static boolean isDots(String path, int from) {
    int slash = path.indexOf('/', from);
    String segment = path.substring(from, slash < 0 ? path.length() : slash);
    return segment.equals(".") || segment.equals("..");
  }

  private static String percentDecoded(String path) throws BadRequest {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        bytes.write(c);
        continue;
      }
      int value = hex(path, i + 1);
      if (value <= 0 || value == '/' || value == '\\') {
        throw new BadRequest(BAD);
      }
      bytes.write(value);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadRequest(BAD);
    }
  }

  /** The words of a field of a query, as a form sends them; what cannot be decoded stays. */
  static String field(String query, String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        String value = pair.substring(name.length() + 1).replace('+', ' ');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
          int coded = value.charAt(i) == '%' ? hex(value, i + 1) : -1;
          bytes.write(coded < 0 ? value.charAt(i) : coded);
          i += coded < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
