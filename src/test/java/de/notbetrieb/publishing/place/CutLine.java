package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A line between two programs that breaks after so many bytes towards the server. */
final class CutLine implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int behind;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  CutLine(int behind) throws IOException {
    this.behind = behind;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void cutAfter(long bytes) {
    left.set(bytes);
  }

  void mend() {
    left.set(Long.MAX_VALUE);
  }

  private void accept() {
    try {
      while (true) {
        Socket from = door.accept();
        Socket to = new Socket();
        open.add(from);
        open.add(to);
        if (left.get() <= 0) {
          from.close();
          continue;
        }
        to.connect(new InetSocketAddress("127.0.0.1", behind));
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pass(from, to, true));
        Thread.ofVirtual().start(() -> pass(to, from, false));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pass(Socket from, Socket to, boolean counted) {
    byte[] some = new byte[4096];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        if (counted && left.addAndGet(-n) <= 0) {
          return;
        }
        out.write(some, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // the other end is gone
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
