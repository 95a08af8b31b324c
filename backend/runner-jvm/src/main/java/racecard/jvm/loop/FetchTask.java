package racecard.jvm.loop;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import racecard.jvm.http.Download;
import racecard.jvm.http.HttpError;
import racecard.jvm.http.Response;
import racecard.jvm.round.Batch;
import racecard.jvm.workload.Fetch;

/** The downloads of one task, one after another, on a loop: connect, send, receive, again. */
final class FetchTask implements Loop.Ready {
  private final Downloads downloads;
  private final Batch batch;
  private final int task;
  private final Runnable ended;
  private @Nullable SocketChannel channel;
  private @Nullable InetSocketAddress address;
  private @Nullable SelectionKey key;
  private ByteBuffer request = ByteBuffer.allocate(0);
  private Response response = new Response();
  private int url;
  private long value;
  private long deadlineNs;
  private boolean over;

  FetchTask(Downloads downloads, Batch batch, int task, Runnable ended) {
    this.downloads = downloads;
    this.batch = batch;
    this.task = task;
    this.ended = ended;
  }

  void start() {
    batch.begin(task);
    try {
      next();
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void ready(SelectionKey ready) {
    try {
      SocketChannel open = (SocketChannel) ready.channel();
      if (ready.isConnectable()) {
        open.finishConnect();
        send(open);
      } else if (ready.isWritable()) {
        send(open);
      } else {
        receive(open);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** When the download that is going on must have ended; meaningless once {@link #over}. */
  long deadlineNs() {
    return deadlineNs;
  }

  boolean over() {
    return over;
  }

  /** Fails the task because its download took too long. */
  void expire() {
    fail(new HttpError("no whole answer within " + downloads.fetch().limitMs() + " ms"));
  }

  private void next() throws IOException {
    Download download = downloads.fetch().download(task, url);
    deadlineNs = System.nanoTime() + downloads.fetch().limitMs() * 1_000_000L;
    downloads.watch(this);
    request = ByteBuffer.wrap(download.request());
    response = new Response();
    SocketChannel open = channel;
    if (open != null && download.address().equals(address)) {
      send(open);
    } else {
      connect(download.address());
    }
  }

  private void connect(InetSocketAddress wanted) throws IOException {
    close();
    boolean ipv6 = wanted.getAddress() instanceof Inet6Address;
    SocketChannel open =
        SocketChannel.open(ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
    channel = open;
    address = wanted;
    open.configureBlocking(false);
    open.setOption(StandardSocketOptions.TCP_NODELAY, true);
    // On the loopback the handshake is over when connect returns: asking saves a turn of the loop.
    if (open.connect(wanted) || open.finishConnect()) {
      send(open);
    } else {
      await(open, SelectionKey.OP_CONNECT);
    }
  }

  private void send(SocketChannel open) throws IOException {
    open.write(request);
    await(open, request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  private void await(SocketChannel open, int interest) throws IOException {
    SelectionKey registered = key;
    if (registered == null) {
      key = downloads.loop().register(open, interest, this);
    } else if (registered.interestOps() != interest) {
      registered.interestOps(interest);
    }
  }

  private void receive(SocketChannel open) throws IOException {
    ByteBuffer buffer = downloads.buffer().clear();
    int count = open.read(buffer);
    if (count < 0) {
      response.end();
      received();
    } else if (response.accept(buffer.flip())) {
      received();
    }
  }

  private void received() throws IOException {
    value = Fetch.fold(value, url, response.value());
    batch.laps(task).mark(url);
    if (!response.keepAlive()) {
      close();
    }
    if (++url < downloads.fetch().laps()) {
      next();
    } else {
      close();
      over = true;
      batch.end(task, value);
      ended.run();
    }
  }

  private void fail(IOException error) {
    if (!over) {
      over = true;
      closeQuietly();
      String what = downloads.fetch().download(task, url) + ": " + error.getMessage();
      batch.fail(task, new IOException(what, error));
      ended.run();
    }
  }

  private void close() throws IOException {
    SocketChannel open = channel;
    channel = null;
    key = null;
    if (open != null) {
      open.close();
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      // The task has failed for a better reason.
      channel = null;
    }
  }
}
