package de.notbetrieb.edge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the head of a request from bytes, strictly: lines end with CRLF, names are tokens, nothing
 * is folded, there is no body. What is doubtful is refused, because two programs that read it
 * differently are how requests are smuggled.
 */
final class RequestReader {
  static final int MAX_HEAD_BYTES = 8 * 1024;
  static final int MAX_TARGET_BYTES = 2 * 1024;
  static final int MAX_HEADERS = 64;
  private static final String BAD = "400 Bad Request";

  private final byte[] in;
  private final int end;
  private int at;

  private String host = "";
  private boolean hostSeen;
  private String ifNoneMatch = "";
  private boolean gzip;
  private boolean brotli;
  private boolean last;

  private RequestReader(byte[] in, int from, int end) {
    this.in = in;
    this.at = from;
    this.end = end;
  }

  /** Where the head that begins at {@code from} ends, or -1 while more bytes are needed. */
  static int endOfHead(byte[] in, int from, int to) throws BadRequest {
    int limit = Math.min(to, from + MAX_HEAD_BYTES);
    for (int i = from; i + 3 < limit; i++) {
      if (in[i + 3] == '\n' && in[i] == '\r' && in[i + 1] == '\n' && in[i + 2] == '\r') {
        return i + 4;
      }
    }
    if (from < to && (in[from] < 'A' || in[from] > 'Z')) {
      throw new BadRequest(BAD);
    }
    if (to - from >= MAX_HEAD_BYTES) {
      throw new BadRequest("431 Request Header Fields Too Large");
    }
    if (to - from > MAX_TARGET_BYTES + 32 && indexOf(in, from, to, '\n') < 0) {
      throw new BadRequest("414 URI Too Long");
    }
    return -1;
  }

  /** Reads the head between two positions; {@code end} is where {@link #endOfHead} found it. */
  static Request read(byte[] in, int from, int end) throws BadRequest {
    return new RequestReader(in, from, end).read();
  }

  private Request read() throws BadRequest {
    int lineEnd = lineEnd();
    int methodEnd = indexOf(in, at, lineEnd, ' ');
    int targetEnd = lineEnd - 9;
    if (methodEnd < 0 || targetEnd <= methodEnd || in[targetEnd] != ' ') {
      throw new BadRequest(BAD);
    }
    boolean head = is("HEAD", at, methodEnd);
    if (!head && !is("GET", at, methodEnd)) {
      throw new BadRequest(isToken(at, methodEnd) ? "405 Method Not Allowed" : BAD);
    }
    boolean modern = is("HTTP/1.1", targetEnd + 1, lineEnd);
    if (!modern && !is("HTTP/1.0", targetEnd + 1, lineEnd)) {
      throw new BadRequest(
          is("HTTP/", targetEnd + 1, targetEnd + 6) ? "505 HTTP Version Not Supported" : BAD);
    }
    if (targetEnd - methodEnd - 1 > MAX_TARGET_BYTES) {
      throw new BadRequest("414 URI Too Long");
    }
    String target = visible(methodEnd + 1, targetEnd);
    at = lineEnd + 2;
    headers();
    if (modern && !hostSeen) {
      throw new BadRequest(BAD);
    }
    return request(head, target, modern);
  }

  private Request request(boolean head, String given, boolean modern) throws BadRequest {
    String target = given;
    if (target.regionMatches(true, 0, "http://", 0, 7)
        || target.regionMatches(true, 0, "https://", 0, 8)) {
      int authority = target.indexOf("//") + 2;
      int slash = target.indexOf('/', authority);
      int question = target.indexOf('?', authority);
      int stop = slash >= 0 && (question < 0 || slash < question) ? slash : question;
      String rest = stop < 0 ? "/" : target.substring(stop);
      host = Hosts.of(target.substring(authority, stop < 0 ? target.length() : stop));
      if (host.isEmpty()) {
        throw new BadRequest(BAD);
      }
      target = rest.startsWith("/") ? rest : "/" + rest;
    }
    if (!target.startsWith("/") || target.indexOf('#') >= 0) {
      throw new BadRequest(BAD);
    }
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    return new Request(
        head,
        Paths.decoded(path),
        question < 0 ? "" : target.substring(question + 1),
        host,
        ifNoneMatch,
        gzip,
        brotli,
        last || !modern);
  }

  private void headers() throws BadRequest {
    int count = 0;
    while (at < end - 2) {
      int lineEnd = lineEnd();
      int colon = indexOf(in, at, lineEnd, ':');
      if (++count > MAX_HEADERS) {
        throw new BadRequest("431 Request Header Fields Too Large");
      }
      if (colon < 0 || !isToken(at, colon)) {
        throw new BadRequest(BAD);
      }
      header(at, colon, lineEnd);
      at = lineEnd + 2;
    }
  }

  private void header(int from, int colon, int lineEnd) throws BadRequest {
    for (int i = colon + 1; i < lineEnd; i++) {
      if ((in[i] >= 0 && in[i] < ' ' && in[i] != '\t') || in[i] == 127) {
        throw new BadRequest(BAD);
      }
    }
    switch (colon - from) {
      case 4 -> {
        if (is("host", from, colon)) {
          if (hostSeen) {
            throw new BadRequest(BAD);
          }
          hostSeen = true;
          host = Hosts.of(value(colon, lineEnd));
        }
      }
      case 10 -> {
        if (is("connection", from, colon)) {
          last |= value(colon, lineEnd).toLowerCase(Locale.ROOT).contains("close");
        }
      }
      case 13 -> {
        if (is("if-none-match", from, colon)) {
          ifNoneMatch = value(colon, lineEnd);
        }
      }
      case 14 -> {
        if (is("content-length", from, colon) && !value(colon, lineEnd).equals("0")) {
          throw new BadRequest("413 Content Too Large");
        }
      }
      case 15 -> {
        if (is("accept-encoding", from, colon)) {
          encodings(value(colon, lineEnd));
        }
      }
      case 17 -> {
        if (is("transfer-encoding", from, colon)) {
          throw new BadRequest("413 Content Too Large");
        }
      }
      default -> {}
    }
  }

  private void encodings(String value) {
    for (String one : value.toLowerCase(Locale.ROOT).split(",", -1)) {
      int semicolon = one.indexOf(';');
      String name = (semicolon < 0 ? one : one.substring(0, semicolon)).strip();
      String weight = semicolon < 0 ? "" : one.substring(semicolon + 1).replace(" ", "");
      boolean wanted = !weight.matches("q=0(\\.0*)?");
      gzip = name.equals("gzip") ? wanted : gzip;
      brotli = name.equals("br") ? wanted : brotli;
    }
  }

  private int lineEnd() throws BadRequest {
    int lf = indexOf(in, at, end, '\n');
    if (lf <= at || in[lf - 1] != '\r' || indexOf(in, at, lf - 1, '\r') >= 0) {
      throw new BadRequest(BAD);
    }
    return lf - 1;
  }

  private String visible(int from, int to) throws BadRequest {
    for (int i = from; i < to; i++) {
      if (in[i] <= ' ' || in[i] == 127) {
        throw new BadRequest(BAD);
      }
    }
    return new String(in, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String value(int colon, int lineEnd) {
    return new String(in, colon + 1, lineEnd - colon - 1, StandardCharsets.ISO_8859_1).strip();
  }

  private boolean isToken(int from, int to) {
    for (int i = from; i < to; i++) {
      int c = in[i];
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return from < to;
  }

  private boolean is(String word, int from, int to) {
    if (to - from != word.length()) {
      return false;
    }
    boolean exact = word.charAt(0) <= 'Z';
    for (int i = 0; i < word.length(); i++) {
      int c = in[from + i];
      if (word.charAt(i) != (exact || c < 'A' || c > 'Z' ? c : c + 32)) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] in, int from, int to, char c) {
    for (int i = from; i < to; i++) {
      if (in[i] == c) {
        return i;
      }
    }
    return -1;
  }
}
