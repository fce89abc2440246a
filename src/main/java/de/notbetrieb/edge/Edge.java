package de.notbetrieb.edge;

import de.notbetrieb.platform.Minisign;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;

/** A running edge: follows a store and answers until it is closed. */
public final class Edge implements AutoCloseable {
  private final EdgeOptions options;
  private final Talk talk;
  private final Follower follower;
  private final EdgePid pid;

  private Edge(EdgeOptions options, Talk talk, Follower follower, EdgePid pid) {
    this.options = options;
    this.talk = talk;
    this.follower = follower;
    this.pid = pid;
  }

  /** Starts to answer; what is in the store already is served from the first answer on. */
  public static Edge start(EdgeOptions options, InstantSource clock) throws IOException {
    return start(options, clock, Limits.USUAL);
  }

  static Edge start(EdgeOptions options, InstantSource clock, Limits limits) throws IOException {
    Optional<Minisign.PublicKey> key = Optional.empty();
    if (options.key().isPresent()) {
      String text = Files.readString(options.key().get());
      key = Optional.of(Minisign.PublicKey.ofFile(options.key().get().toString(), text));
    }
    String version = EdgeVersion.current();
    Talk talk = new Talk(limits, new Router(clock, new Health(version)), clock);
    Follower follower =
        new Follower(
            options.follow(),
            key,
            new Pins(options.pins()),
            SeenLogs.beside(options.pins()),
            options.witnesses().read(),
            talk::show);
    try {
      follower.start();
      Channel channel = talk.listen(new InetSocketAddress(options.host(), options.port()));
      int port = ((InetSocketAddress) channel.localAddress()).getPort();
      EdgePid pid = new EdgePid(ProcessHandle.current().pid(), port, version);
      if (options.pidFile().isPresent()) {
        pid.write(options.pidFile().get());
      }
      return new Edge(options, talk, follower, pid);
    } catch (IOException | RuntimeException e) {
      follower.close();
      talk.close();
      throw e;
    }
  }

  public int port() {
    return pid.port();
  }

  public String version() {
    return pid.version();
  }

  @Override
  public void close() throws IOException {
    follower.close();
    talk.close();
    if (options.pidFile().isPresent()) {
      pid.delete(options.pidFile().get());
    }
  }
}
