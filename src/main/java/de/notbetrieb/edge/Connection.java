package de.notbetrieb.edge;

import de.notbetrieb.platform.Slug;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection: reads requests in order and answers in order. While an answer is being composed,
 * or the asker does not take what was sent, nothing more is read.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final byte[] NOTHING = {};

  private enum State {
    OPEN,
    COMPOSING,
    LISTENING,
    CLOSING
  }

  private final Talk talk;
  private final SocketChannel channel;
  private State state = State.OPEN;
  private byte[] rest = NOTHING;

  /** The town whose editions are listened for, from then on until the end. */
  private Optional<Slug> town = Optional.empty();

  private boolean taking;
  private int answered;
  private int since;
  private long pending;

  Connection(Talk talk, SocketChannel channel) {
    this.talk = talk;
    this.channel = channel;
    this.since = talk.second();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (!talk.enter(this)) {
      state = State.CLOSING;
      channel
          .writeAndFlush(Pages.busy().lastHead(talk.date()))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    talk.leave(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf in = (ByteBuf) message;
    try {
      if (state == State.OPEN || state == State.COMPOSING) {
        take(in);
      }
    } finally {
      in.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    channel.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable() && !taking && state == State.OPEN) {
      resume();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void take(ByteBuf in) {
    byte[] scratch = talk.scratch();
    int held = rest.length;
    int count = held + in.readableBytes();
    if (count > scratch.length) {
      refuse("431 Request Header Fields Too Large");
      return;
    }
    System.arraycopy(rest, 0, scratch, 0, held);
    in.readBytes(scratch, held, count - held);
    int at = 0;
    taking = true;
    try {
      at = answerAll(scratch, count);
    } catch (BadRequest e) {
      refuse(e.status());
      at = count;
    } finally {
      taking = false;
    }
    keep(scratch, at, count, held);
  }

  private int answerAll(byte[] scratch, int count) throws BadRequest {
    int at = 0;
    while (at < count && state == State.OPEN && channel.isWritable()) {
      if (scratch[at] == '\r' && at + 1 < count && scratch[at + 1] == '\n') {
        at += 2;
        continue;
      }
      int end = RequestReader.endOfHead(scratch, at, count);
      if (end < 0) {
        break;
      }
      answer(RequestReader.read(scratch, at, end));
      at = end;
    }
    return at;
  }

  private void keep(byte[] scratch, int at, int count, int held) {
    if (state == State.CLOSING || state == State.LISTENING || at == count) {
      rest = NOTHING;
    } else {
      rest = java.util.Arrays.copyOfRange(scratch, at, count);
    }
    if (at > 0 || held == 0) {
      since = talk.second();
    }
    channel.config().setAutoRead(state != State.COMPOSING && channel.isWritable());
  }

  private void resume() {
    take(Unpooled.EMPTY_BUFFER);
    channel.flush();
  }

  private void answer(Request request) {
    answered++;
    boolean last = request.isLast() || answered >= talk.limits().requestsPerConnection();
    switch (talk.router().answer(request, talk.sites())) {
      case Prepared prepared -> send(prepared, request.isHead(), last);
      case Answer.Listen(Sites.Town town) -> listen(request, town);
      case Answer.Later(var compose) -> {
        state = State.COMPOSING;
        talk.compose(compose, prepared -> composed(prepared, request.isHead(), last));
      }
    }
  }

  private void composed(Prepared prepared, boolean head, boolean last) {
    if (!channel.isActive()) {
      return;
    }
    state = State.OPEN;
    since = talk.second();
    send(prepared, head, last);
    channel.flush();
    if (state == State.OPEN) {
      resume();
    }
  }

  private void send(Prepared prepared, boolean head, boolean last) {
    DateLine now = talk.date();
    if (!last) {
      channel.write(head ? prepared.head(now) : prepared.whole(now), channel.voidPromise());
      return;
    }
    channel.write(prepared.lastHead(now), channel.voidPromise());
    if (!head) {
      channel.write(prepared.body(), channel.voidPromise());
    }
    end();
  }

  private void listen(Request request, Sites.Town to) {
    if (request.isHead()) {
      channel.write(EventStream.beginning(), channel.voidPromise());
      end();
    } else if (talk.enterListener()) {
      state = State.LISTENING;
      town = Optional.of(to.store().town());
      channel.write(EventStream.beginning(), channel.voidPromise());
      tell(to.site().event());
    } else {
      send(Pages.busy(), false, true);
    }
  }

  boolean isListening() {
    return town.isPresent();
  }

  /** Tells of a new edition, if somebody listens for this town's. */
  void announce(Sites.Town about) {
    if (town.filter(about.store().town()::equals).isPresent()) {
      tell(about.site().event());
    }
  }

  void beat() {
    if (isListening()) {
      tell(EventStream.heartbeat());
    }
  }

  /** Sends words to a listener; one that does not take them is let go. */
  private void tell(ByteBuf words) {
    if (channel.isWritable()) {
      channel.writeAndFlush(words, channel.voidPromise());
    } else {
      channel.close();
    }
  }

  private void refuse(String status) {
    String title = status.substring(4);
    String allow = status.startsWith("405") ? "Allow: GET, HEAD" : "X-Robots-Tag: noindex";
    byte[] body = (title + "\n").getBytes(StandardCharsets.UTF_8);
    send(
        Prepared.of(Head.text(status, "text/plain; charset=utf-8").with(allow), body), false, true);
    channel.flush();
  }

  /** The last word was written: the asker may still be sending, so only our half is closed. */
  private void end() {
    state = State.CLOSING;
    since = talk.second();
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            (ChannelFutureListener) done -> ((SocketChannel) done.channel()).shutdownOutput());
    channel.config().setAutoRead(true);
  }

  /** Once a second: lets go who takes too long. */
  void inspect(int second, Limits limits) {
    ChannelPending now = ChannelPending.of(channel);
    int waited = second - since;
    if (now.bytes() > 0) {
      if (now.bytes() != pending) {
        pending = now.bytes();
        since = second;
      } else if (waited > limits.stallSeconds()) {
        channel.close();
      }
      return;
    }
    pending = 0;
    boolean late =
        switch (state) {
          case OPEN ->
              rest.length > 0 || answered == 0
                  ? waited > limits.headSeconds()
                  : waited > limits.idleSeconds();
          case CLOSING -> waited > 2;
          case COMPOSING, LISTENING -> false;
        };
    if (late && state == State.OPEN && rest.length > 0) {
      refuse("408 Request Timeout");
    } else if (late) {
      channel.close();
    }
  }

  /** How much an asker has not taken yet. */
  private record ChannelPending(long bytes) {
    static ChannelPending of(Channel channel) {
      var buffer = channel.unsafe().outboundBuffer();
      return new ChannelPending(buffer == null ? 0 : buffer.totalPendingWriteBytes());
    }
  }
}
