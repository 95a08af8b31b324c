package racecard.jvm.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A loop over a selector, timers and posted work, on one thread of its own. */
public final class Loop implements AutoCloseable {
  private static final long MILLISECOND_NS = 1_000_000;
  private static final long FOR_EVER = Long.MAX_VALUE;

  private final Selector selector;
  private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::dueNs));
  private final Thread thread = new Thread(this::run, "event-loop");
  private volatile boolean closed;

  private Loop(Selector selector) {
    this.selector = selector;
  }

  /** Starts a loop. */
  public static Loop start() throws IOException {
    Loop loop = new Loop(Selector.open());
    loop.thread.setDaemon(true);
    loop.thread.start();
    return loop;
  }

  /** Has {@code work} run on the loop soon; may be called from any thread. */
  public void post(Runnable work) {
    posted.add(work);
    if (Thread.currentThread() != thread) {
      selector.wakeup();
      LockSupport.unpark(thread);
    }
  }

  /** Has {@code work} run when {@code delayNs} have passed; only from the loop itself. */
  public void after(long delayNs, Runnable work) {
    timers.add(new Timer(System.nanoTime() + delayNs, work));
  }

  /** Has {@code ready} told what {@code channel} is ready for; only from the loop itself. */
  SelectionKey register(SocketChannel channel, int interest, Ready ready) throws IOException {
    return channel.register(selector, interest, ready);
  }

  /** Ends the loop; what is posted or waiting is dropped. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    LockSupport.unpark(thread);
  }

  private void run() {
    try (selector) {
      while (!closed) {
        runPosted();
        runTimers();
        select(posted.isEmpty() ? nextTimerNs() : 0);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the selector of the event loop failed", e);
    }
  }

  private void runPosted() {
    // Only what is there now: work that posts itself again must let the sockets have their turn.
    for (int left = posted.size(); left > 0; left--) {
      Runnable work = posted.poll();
      if (work != null) {
        work.run();
      }
    }
  }

  private void runTimers() {
    long nowNs = System.nanoTime();
    for (Timer next = timers.peek(); next != null && next.dueNs <= nowNs; next = timers.peek()) {
      timers.remove();
      next.work.run();
    }
  }

  private long nextTimerNs() {
    Timer next = timers.peek();
    return next == null ? FOR_EVER : Math.max(0, next.dueNs - System.nanoTime());
  }

  // A selector waits for whole milliseconds; what is left of one is waited for by parking.
  private void select(long waitNs) throws IOException {
    if (waitNs == FOR_EVER) {
      selector.select(Loop::dispatch);
    } else if (waitNs >= MILLISECOND_NS) {
      selector.select(Loop::dispatch, waitNs / MILLISECOND_NS);
    } else if (selector.selectNow(Loop::dispatch) == 0 && waitNs > 0) {
      LockSupport.parkNanos(waitNs);
    }
  }

  private static void dispatch(SelectionKey key) {
    ((Ready) key.attachment()).ready(key);
  }

  /** Told when a socket is ready for what it waits for. */
  interface Ready {
    /** Does what can be done without waiting. */
    void ready(SelectionKey key);
  }

  private record Timer(long dueNs, Runnable work) {}
}
