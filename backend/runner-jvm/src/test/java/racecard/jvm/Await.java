package racecard.jvm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
final class Await {
  private static final long LOOK_EVERY_NS = 5_000_000;

  private Await() {}

  /** Whether {@code condition} became true within {@code withinMs}. */
  static boolean until(BooleanSupplier condition, long withinMs) {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > endNs) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY_NS);
    }
    return true;
  }
}
