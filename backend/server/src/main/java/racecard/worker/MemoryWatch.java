package racecard.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import racecard.host.TreeMemory;

/** Looks again and again at what a child and all that it started take, and keeps the most. */
final class MemoryWatch implements AutoCloseable {
  private static final Duration APART = Duration.ofMillis(100);
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  private final long pid;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread looking;
  private volatile @Nullable TreeMemory most;

  private MemoryWatch(long pid) {
    this.pid = pid;
    this.looking = Thread.ofPlatform().daemon().name("memory of " + pid).unstarted(this::look);
  }

  /** Looks from now on. */
  static MemoryWatch of(long pid) {
    MemoryWatch watch = new MemoryWatch(pid);
    watch.looking.start();
    return watch;
  }

  /** Null where the system does not tell, or nothing was seen yet. */
  @Nullable TreeMemory most() {
    return most;
  }

  private void look() {
    try {
      do {
        TreeMemory.read(pid).filter(this::exceeds).ifPresent(now -> most = now);
      } while (!closing.await(APART.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean exceeds(TreeMemory now) {
    TreeMemory before = most;
    return before == null || now.pssBytes() > before.pssBytes();
  }

  /** Looks no more; returns when the last look is over. */
  @Override
  public void close() {
    closing.countDown();
    try {
      looking.join(END_LIMIT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
