package racecard.runner;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a child has said and nobody has read yet: a few lines at most, then the child has to wait.
 */
final class Inbox {
  private static final int UNREAD_LINES = 16;

  private final Lines lines;
  private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(UNREAD_LINES);

  /** What reading came to. */
  sealed interface Received {}

  /** A whole line. */
  record Line(String text) implements Received {}

  /** Nothing more can be read, and why; {@code start} is how a bad line begins. */
  record Unreadable(String why, String start) implements Received {}

  /** The child closed its standard output. */
  record End() implements Received {}

  Inbox(InputStream in) {
    this.lines = new Lines(in);
  }

  /** Reads until the stream ends; called on a thread of its own. */
  void fill() {
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        received.put(new Line(line));
      }
      received.put(new End());
    } catch (Lines.Malformed malformed) {
      put(new Unreadable(String.valueOf(malformed.getMessage()), malformed.start()));
    } catch (IOException closed) {
      put(new End());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Received last) {
    try {
      received.put(last);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next of them, waiting up to {@code limit}; null when there is none. */
  @Nullable Received next(Duration limit) throws InterruptedException {
    return received.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The next of them if it is there already; it stays. */
  @Nullable Received waiting() {
    return received.peek();
  }
}
