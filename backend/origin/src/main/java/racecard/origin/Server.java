package racecard.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Accepts, reads, waits and answers, all on one thread. */
final class Server {
  private static final int BACKLOG = 4_096;
  private static final int READ_BYTES = 65_536;
  private static final int HEAD_BYTES = 512;
  private static final long MILLISECOND_NS = 1_000_000;
  // A parked thread wakes up about 60 µs late; the rest is waited for by looking at the sockets.
  private static final long LATE_NS = 70_000;
  private static final long LONGEST_PARK_NS = 200_000;

  private final Statistics statistics = new Statistics();
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Answer> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Answer::dueNs));
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);
  private final Thread thread = new Thread(this::run, "origin");
  private final Selector selector;
  private ByteBuffer answerBuffer = ByteBuffer.allocateDirect(HEAD_BYTES);
  private Configuration configuration = Configuration.initial();
  private Fault fault = Fault.NONE;
  private long requestsSinceFault;

  private Server(Selector selector) {
    this.selector = selector;
  }

  /** Starts to serve. */
  static Server start() throws IOException {
    Server server = new Server(Selector.open());
    server.thread.start();
    return server;
  }

  /** Listens on {@code count} free ports of the loopback address. */
  static List<ServerSocketChannel> bind(int count) throws IOException {
    List<ServerSocketChannel> listeners = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocketChannel listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
      listener.configureBlocking(false);
      listeners.add(listener);
    }
    return listeners;
  }

  /** Has {@code work} run on the server's thread. */
  void post(Runnable work) {
    posted.add(work);
    selector.wakeup();
    LockSupport.unpark(thread);
  }

  /** Begins to accept from {@code listener}; on the server's thread only. */
  void listen(ServerSocketChannel listener) {
    try {
      listener.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      throw new IllegalStateException("a listener that is closed already", e);
    }
  }

  /** Answers in another way from now on; on the server's thread only. */
  void configure(Configuration wanted) {
    configuration = wanted;
    statistics.clear();
    int bytes = HEAD_BYTES + wanted.bodyBytes();
    if (answerBuffer.capacity() < bytes) {
      answerBuffer = ByteBuffer.allocateDirect(bytes);
    }
  }

  /** Fails on purpose from now on; on the server's thread only. */
  void fail(Fault wanted) {
    fault = wanted;
    requestsSinceFault = 0;
  }

  /** What happened; on the server's thread only. */
  Statistics statistics() {
    return statistics;
  }

  private void run() {
    try {
      while (true) {
        for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
          work.run();
        }
        answerDue();
        select();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the selector of the origin failed", e);
    }
  }

  private void select() throws IOException {
    Answer next = waiting.peek();
    long waitNs = next == null ? Long.MAX_VALUE : next.dueNs - System.nanoTime();
    if (next == null) {
      selector.select(this::dispatch);
    } else if (waitNs >= MILLISECOND_NS + LATE_NS) {
      selector.select(this::dispatch, (waitNs - LATE_NS) / MILLISECOND_NS);
    } else if (selector.selectNow(this::dispatch) == 0 && waitNs > LATE_NS) {
      LockSupport.parkNanos(Math.min(waitNs - LATE_NS, LONGEST_PARK_NS));
    }
  }

  private void dispatch(SelectionKey key) {
    if (key.channel() instanceof ServerSocketChannel listener) {
      accept(listener);
    } else if (key.attachment() instanceof Connection connection) {
      advance(connection, key);
    }
  }

  private void accept(ServerSocketChannel listener) {
    try {
      for (SocketChannel channel = listener.accept();
          channel != null;
          channel = listener.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Connection connection = new Connection(channel, key);
        key.attach(connection);
        statistics.opened();
        // The request is often there with the connection: reading now saves a turn.
        advance(connection, key);
      }
    } catch (IOException e) {
      System.err.println("Racecard origin: could not accept a connection: " + e.getMessage());
    }
  }

  private void advance(Connection connection, SelectionKey key) {
    try {
      if (key.isValid() && key.interestOps() == SelectionKey.OP_WRITE) {
        if (connection.sendRest()) {
          askedAgain(connection);
        }
      } else if (connection.read(readBuffer)) {
        askedAgain(connection);
      } else {
        close(connection);
      }
    } catch (IOException e) {
      close(connection);
    }
  }

  private void askedAgain(Connection connection) {
    Request request = connection.takeRequest();
    if (request != null) {
      long nowNs = System.nanoTime();
      statistics.asked();
      long drawnNs = configuration.delayNs(request.path());
      waiting.add(new Answer(nowNs + drawnNs, drawnNs, connection, request));
    }
  }

  private void answerDue() {
    for (Answer next = waiting.peek();
        next != null && next.dueNs <= System.nanoTime();
        next = waiting.peek()) {
      waiting.remove();
      if (next.connection.isOpen()) {
        answer(next);
      }
    }
  }

  private void answer(Answer answer) {
    boolean failing = fault.kind() != Fault.Kind.NONE && requestsSinceFault++ >= fault.after();
    try {
      if (failing) {
        fail(answer);
      } else {
        boolean known = answer.request.path().startsWith("/u/");
        send(answer, known ? 200 : 404, known ? configuration.bodyBytes() : 0, false);
      }
    } catch (IOException e) {
      close(answer.connection);
    }
  }

  private void fail(Answer answer) throws IOException {
    switch (fault.kind()) {
      case RESET -> close(answer.connection);
      case STATUS -> send(answer, fault.status(), configuration.bodyBytes(), false);
      case TRUNCATE -> send(answer, 200, configuration.bodyBytes(), true);
      case STALL, NONE -> {}
    }
  }

  private void send(Answer answer, int status, int bodyBytes, boolean truncate) throws IOException {
    Request request = answer.request;
    boolean close = request.close() || truncate;
    String head =
        "HTTP/1.1 "
            + status
            + (status == 200 ? " OK" : " Not what was asked for")
            + "\r\nContent-Length: "
            + bodyBytes
            + (close ? "\r\nConnection: close" : "")
            + "\r\nContent-Type: application/octet-stream\r\n\r\n";
    ByteBuffer bytes = answerBuffer.clear().put(head.getBytes(StandardCharsets.US_ASCII));
    configuration.body(request.path()).fill(bytes, truncate ? bodyBytes / 2 : bodyBytes);
    statistics.answered(answer.drawnNs, System.nanoTime() - answer.dueNs);
    answer.connection.send(bytes.flip(), close);
    askedAgain(answer.connection);
  }

  private void close(Connection connection) {
    if (connection.isOpen()) {
      statistics.closed();
      try {
        connection.close();
      } catch (IOException e) {
        System.err.println("Racecard origin: could not close a connection: " + e.getMessage());
      }
    }
  }

  private record Answer(long dueNs, long drawnNs, Connection connection, Request request) {}
}
