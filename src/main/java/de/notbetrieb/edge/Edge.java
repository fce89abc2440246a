package de.notbetrieb.edge;

import de.notbetrieb.platform.Minisign;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A running edge: follows a store and answers until it is closed. */
public final class Edge implements AutoCloseable {
  private final EdgeOptions options;
  private final Talk talk;
  private final Follower follower;
  private final Optional<Mirror> mirror;
  private final EdgePid pid;

  private Edge(
      EdgeOptions options, Talk talk, Follower follower, Optional<Mirror> mirror, EdgePid pid) {
    this.options = options;
    this.talk = talk;
    this.follower = follower;
    this.mirror = mirror;
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
    AtomicReference<Sites> shown = new AtomicReference<>(Sites.NONE);
    Optional<Mirror> mirror = mirror(options, key, clock, shown::get);
    Supplier<Optional<SourceWord>> word = () -> mirror.map(Mirror::word);
    Talk talk = new Talk(limits, new Router(clock, new Health(version), word), clock);
    Follower follower =
        new Follower(
            options.follow(),
            key,
            new Pins(options.pins()),
            SeenLogs.beside(options.pins()),
            options.witnesses().read(),
            sites -> {
              talk.show(sites);
              shown.set(sites);
            });
    try {
      follower.start();
      mirror.ifPresent(Mirror::start);
      Channel channel = talk.listen(new InetSocketAddress(options.host(), options.port()));
      int port = ((InetSocketAddress) channel.localAddress()).getPort();
      EdgePid pid = new EdgePid(ProcessHandle.current().pid(), port, version);
      if (options.pidFile().isPresent()) {
        pid.write(options.pidFile().get());
      }
      return new Edge(options, talk, follower, mirror, pid);
    } catch (IOException | RuntimeException e) {
      mirror.ifPresent(Mirror::close);
      follower.close();
      talk.close();
      throw e;
    }
  }

  private static Optional<Mirror> mirror(
      EdgeOptions options,
      Optional<Minisign.PublicKey> key,
      InstantSource clock,
      Supplier<Sites> shown)
      throws IOException {
    if (options.source().isEmpty()) {
      return Optional.empty();
    }
    EdgeOptions.SourceOptions from = options.source().get();
    Source source = Source.at(from.address(), from.authority());
    Keeping keeping = new Keeping(from.keep(), town -> shown.get().served(town));
    return Optional.of(new Mirror(source, from.folder(), key, clock, from.pace(), keeping));
  }

  public int port() {
    return pid.port();
  }

  public String version() {
    return pid.version();
  }

  @Override
  public void close() throws IOException {
    mirror.ifPresent(Mirror::close);
    follower.close();
    talk.close();
    if (options.pidFile().isPresent()) {
      pid.delete(options.pidFile().get());
    }
  }
}
