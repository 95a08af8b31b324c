package racecard.worker;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import racecard.queue.Lease;

/**
 * The right to go on with one job, asked before anything is started and between rounds.
 *
 * <p>It ends by itself when the lease was not renewed for so long that the database may soon give
 * the job to somebody else; time is the monotonic clock, which no one can set.
 */
final class Hold {
  private final Lease lease;
  private final long enduranceNs;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long renewedNs = System.nanoTime();
  private volatile long askedNs = renewedNs;
  private @Nullable Halt halt;
  private boolean over;

  /** A hold on a lease that was good a moment ago and endures so long without renewal. */
  Hold(Lease lease, Duration endurance) {
    this.lease = lease;
    this.enduranceNs = endurance.toNanos();
  }

  Lease lease() {
    return lease;
  }

  /** Notes that the lease was good at {@code ns}, the moment before the database was asked. */
  void renewed(long ns) {
    locked(() -> renewedNs = ns);
  }

  /** Ends the right to go on; the first reason stays, unless the lease is lost. */
  void halt(Halt why) {
    locked(() -> halt = halt == null || why == Halt.LOST ? why : halt);
  }

  /** Says that the job has ended, so that nobody watches it any more. */
  void end() {
    locked(() -> over = true);
  }

  /** How long nobody has asked whether to go on: the longest that one step has taken so far. */
  Duration unasked() {
    return Duration.ofNanos(System.nanoTime() - askedNs);
  }

  /** Whether to go on, for whoever only watches. */
  boolean open() {
    return why() == null;
  }

  boolean goesOn() {
    askedNs = System.nanoTime();
    return why() == null;
  }

  /** Throws when the job must not go on. */
  void check() throws Halted {
    askedNs = System.nanoTime();
    Halt why = why();
    if (why != null) {
      throw new Halted(why);
    }
  }

  /** Throws when nothing may be kept any more; what was measured until a stop still may. */
  void checkKept() throws Halted {
    askedNs = System.nanoTime();
    if (why() == Halt.LOST) {
      throw new Halted(Halt.LOST);
    }
  }

  /** Waits so long, or throws as soon as the job must not go on. */
  void rest(Duration time) throws Halted {
    pause(time, () -> why() == null);
    check();
  }

  /** Waits so long before something is kept once more, or throws when nothing may be kept. */
  void pause(Duration time) throws Halted {
    pause(time, () -> why() != Halt.LOST);
    checkKept();
  }

  private void pause(Duration time, BooleanSupplier whileThis) {
    long deadline = System.nanoTime() + time.toNanos();
    lock.lock();
    try {
      while (whileThis.getAsBoolean() && deadline - System.nanoTime() > 0) {
        long left = Math.min(deadline - System.nanoTime(), leftNs());
        changed.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      halt(Halt.LOST); // whoever interrupts wants this thread to end at once
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the job has ended (false), or the lease was not renewed in time (true). */
  boolean runsOut() throws InterruptedException {
    lock.lock();
    try {
      while (!over && leftNs() > 0) {
        changed.awaitNanos(leftNs());
      }
      return !over;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Halt why() {
    lock.lock();
    try {
      return leftNs() <= 0 ? Halt.LOST : halt;
    } finally {
      lock.unlock();
    }
  }

  private long leftNs() {
    return renewedNs + enduranceNs - System.nanoTime();
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
