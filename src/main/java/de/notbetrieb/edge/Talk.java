package de.notbetrieb.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The listener: one thread for all connections, one for the pages that must be composed. */
final class Talk implements AutoCloseable {
  private static final int READ_BYTES = 4096;
  private static final System.Logger LOG = System.getLogger(Talk.class.getName());

  private final Limits limits;
  private final Router router;
  private final InstantSource clock;
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ThreadPoolExecutor composer;
  private final Set<Connection> connections = new HashSet<>();
  private final DateLine date = new DateLine();
  private final byte[] scratch = new byte[2 * RequestReader.MAX_HEAD_BYTES + 2 * READ_BYTES];
  private volatile Sites sites = Sites.NONE;
  private int listening;
  private int second;

  Talk(Limits limits, Router router, InstantSource clock) {
    this.limits = limits;
    this.router = router;
    this.clock = clock;
    this.composer =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(limits.waitingCompositions()));
    date.set(clock.instant());
  }

  /** Binds and begins to answer. */
  Channel listen(InetSocketAddress address) {
    Channel channel =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(1))
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(65536, 131072))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel child) {
                    child.pipeline().addLast(new Connection(Talk.this, child));
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
    loop.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    return channel;
  }

  private void tick() {
    second++;
    date.set(clock.instant());
    each(connection -> connection.inspect(second, limits));
    if (second % EventStream.HEARTBEAT_SECONDS == 0) {
      each(Connection::beat);
    }
  }

  /** Over a copy: whoever is told something may leave. */
  private void each(Consumer<Connection> act) {
    new ArrayList<>(connections).forEach(act);
  }

  boolean enter(Connection connection) {
    return connections.size() < limits.connections() && connections.add(connection);
  }

  void leave(Connection connection) {
    connections.remove(connection);
    if (connection.isListening()) {
      listening--;
    }
  }

  /** Takes one more listener in, unless there are too many. */
  boolean enterListener() {
    if (listening >= limits.listeners()) {
      return false;
    }
    listening++;
    return true;
  }

  /** Shows another world from now on, and tells those who listen what is new in it. */
  void show(Sites next) {
    Sites before = sites;
    sites = next;
    for (Sites.Town town : next.towns()) {
      boolean known = before.towns().stream().anyMatch(old -> old.site().equals(town.site()));
      if (!known) {
        loop.execute(() -> each(connection -> connection.announce(town)));
      }
    }
  }

  void compose(Supplier<Prepared> page, Consumer<Prepared> then) {
    try {
      composer.execute(
          () -> {
            Prepared made = made(page);
            loop.execute(() -> then.accept(made));
          });
    } catch (RejectedExecutionException e) {
      loop.execute(() -> then.accept(Pages.busy()));
    }
  }

  // A rim: whatever goes wrong in one page must not leave its asker without an answer.
  private static Prepared made(Supplier<Prepared> page) {
    try {
      return page.get();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A page could not be composed", e);
      return Pages.busy();
    }
  }

  Sites sites() {
    return sites;
  }

  Router router() {
    return router;
  }

  Limits limits() {
    return limits;
  }

  DateLine date() {
    return date;
  }

  byte[] scratch() {
    return scratch;
  }

  int second() {
    return second;
  }

  @Override
  public void close() {
    composer.shutdownNow();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
