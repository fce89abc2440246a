package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A line to a web server that kills a program of ours in the middle of one of its requests. */
final class KillingLine implements AutoCloseable {
  /** By a signal that no program can answer. */
  static final int KILLED = 128 + 9;

  private static final int MOST_SECONDS = 120;

  /** When in a request the program dies. */
  enum At {
    /** The server hears nothing of it. */
    BEFORE,
    /** The server has got its head and half of what was to follow. */
    HALF,
    /** The server has done it, and the program does not hear so. */
    AFTER
  }

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int behind;
  private final Pattern request;
  private final AtomicInteger left;
  private final At at;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Runnable kill = () -> {};

  /**
   * @param request how its first line begins, as a regular expression
   * @param nth of those, from 1
   */
  KillingLine(int behind, String request, int nth, At at) throws IOException {
    this.behind = behind;
    this.request = Pattern.compile(request);
    this.left = new AtomicInteger(nth);
    this.at = at;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Runs the program to its death, and gives how it ended. */
  int run(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.start();
    kill = process::destroyForcibly;
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
    }
    return process.waitFor();
  }

  private void accept() {
    try {
      while (true) {
        Socket from = door.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), behind);
        // head and body come apart: else each would wait for the other to be acknowledged
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
        open.add(from);
        open.add(to);
        Connection connection = new Connection();
        Thread.ofVirtual().start(() -> pass(from, to, connection::there));
        Thread.ofVirtual().start(() -> pass(to, from, connection::back));
      }
    } catch (IOException e) {
      // closed
    }
  }

  /** Passes on as many of the bytes that came as it is told. */
  private interface Judge {
    int most(String words);
  }

  private void pass(Socket from, Socket to, Judge judge) {
    byte[] some = new byte[1 << 16];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        int most = judge.most(new String(some, 0, n, StandardCharsets.ISO_8859_1));
        out.write(some, 0, most);
        out.flush();
        if (most < n) {
          kill.run();
          return;
        }
      }
    } catch (IOException e) {
      // the other end is gone
    }
  }

  /** One request after the other, each with its head at the beginning of what arrives. */
  private final class Connection {
    private volatile boolean chosen;

    int there(String words) {
      boolean isHead = !chosen && request.matcher(words).lookingAt();
      if (isHead && left.decrementAndGet() == 0) {
        chosen = true;
        int body = words.indexOf("\r\n\r\n") + 4;
        return switch (at) {
          case BEFORE -> 0;
          case HALF -> (body + words.length()) / 2;
          case AFTER -> words.length();
        };
      }
      return chosen && at == At.HALF ? words.length() / 2 : words.length();
    }

    /** Nothing of the last answer; that the server is ready for more is none. */
    int back(String words) {
      boolean isAnswer = !words.startsWith("HTTP/1.1 100 ");
      return chosen && at == At.AFTER && isAnswer ? 0 : words.length();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
