package de.notbetrieb.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The least that Netty needs to send the edge's words to many: what the edge is measured against. */
final class BareNetty {
  private static final byte[] HEAD = EventStream.HEAD.getBytes(StandardCharsets.US_ASCII);

  private BareNetty() {}

  /** Port; each line on standard input is an event for all. */
  public static void main(String[] arguments) throws IOException {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ChannelGroup all = new DefaultChannelGroup(loop.next());
    new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel child) {
                child.pipeline().addLast(new Greeting(all));
              }
            })
        .bind("127.0.0.1", Integer.parseInt(arguments[0]))
        .syncUninterruptibly();
    System.out.println("listens");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int number = 1; in.readLine() != null; number++) {
      byte[] event =
          "event: edition\nid: %d\ndata: {\"edition\":%d,\"asOf\":\"2023-11-21T07:40+01:00\"}\n\n"
              .formatted(number, number)
              .getBytes(StandardCharsets.UTF_8);
      loop.execute(() -> all.writeAndFlush(Unpooled.wrappedBuffer(event)));
    }
    loop.shutdownGracefully();
  }

  private static final class Greeting extends ChannelInboundHandlerAdapter {
    private final ChannelGroup all;

    Greeting(ChannelGroup all) {
      this.all = all;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
      context.writeAndFlush(Unpooled.wrappedBuffer(HEAD));
      all.add(context.channel());
    }
  }
}
