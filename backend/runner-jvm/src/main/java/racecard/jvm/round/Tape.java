package racecard.jvm.round;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import racecard.jvm.checksum.Modulus;

/**
 * What the tasks of a round leave behind: values, failures and, if recorded, time stamps.
 *
 * <p>Each task writes only its own places, so tasks need no lock; the strategy's own waiting for
 * the last task makes them visible. Kept between rounds, so that no round pays for fresh memory.
 */
final class Tape {
  /** Stands in the place of a failed task's value. */
  static final long FAILED = -1;

  private static final int MAX_ERROR_LENGTH = 500;

  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
  private boolean recording;
  private int slots;
  long[] values = new long[0];
  long[] handedNs = new long[0];
  long[] startNs = new long[0];
  long[] endNs = new long[0];
  long[] lapNs = new long[0];

  /** Wipes the tape for {@code slots} task executions; {@code laps} are kept for one repeat. */
  void rewind(int slots, int laps, boolean recording) {
    this.slots = slots;
    this.recording = recording;
    values = wiped(values, slots);
    int stamps = recording ? slots : 0;
    handedNs = wiped(handedNs, stamps);
    startNs = wiped(startNs, stamps);
    endNs = wiped(endNs, stamps);
    lapNs = wiped(lapNs, recording ? laps : 0);
    errors.set(0);
    firstError.set(null);
  }

  boolean recording() {
    return recording;
  }

  void fail(int slot, String error) {
    values[slot] = FAILED;
    errors.incrementAndGet();
    int length = Math.min(error.length(), MAX_ERROR_LENGTH);
    firstError.compareAndSet(null, error.substring(0, length));
  }

  int errors() {
    return errors.get();
  }

  @Nullable String firstError() {
    return firstError.get();
  }

  /** Σ (i + 1) · value over all executions, i being the task's number, modulo P. */
  long checksum(int tasks) {
    long sum = 0;
    for (int slot = 0; slot < slots; slot++) {
      long value = Math.max(0, values[slot]);
      sum = Modulus.add(sum, Modulus.multiply(slot % tasks + 1, value));
    }
    return sum;
  }

  private static long[] wiped(long[] places, int count) {
    if (places.length != count) {
      return new long[count];
    }
    Arrays.fill(places, 0);
    return places;
  }
}
