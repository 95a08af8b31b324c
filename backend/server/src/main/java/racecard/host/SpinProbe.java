package racecard.host;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/**
 * A fixed piece of pure computing, timed.
 *
 * <p>That it takes more CPU time than a moment ago tells what no counter does: a lowered clock, a
 * shared core, or a neighbour outside this virtual machine.
 */
public final class SpinProbe {
  private static final double WANTED_NS = 5e6;
  private static final int FIRST_STEPS = 1 << 16;
  private static final int WARM_UP = 300; // times some 0.3 ms, until it is compiled and settled
  private static final double STEPS_TOLD = 1e6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int steps;
  private final long right;

  /**
   * What the work took, for a million steps.
   *
   * @param cpuNs CPU time; null where threads are not told theirs
   * @param wallNs with waiting for a core
   * @param spentNs what it took in all
   */
  public record Spin(@Nullable Long cpuNs, long wallNs, long spentNs) {}

  private SpinProbe(int steps) {
    this.steps = steps;
    this.right = work(steps);
  }

  /** A probe of about 5 ms on this machine; the work is compiled before it is first timed. */
  public static SpinProbe calibrated() {
    SpinProbe small = new SpinProbe(FIRST_STEPS);
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP; i++) {
      quickest = Math.min(quickest, small.spin().spentNs());
    }
    return new SpinProbe((int) (FIRST_STEPS * WANTED_NS / Math.max(1, quickest)));
  }

  /** Does the work now. */
  public Spin spin() {
    long beganNs = System.nanoTime();
    long cpuBeganNs = cpuNs();
    long result = work(steps);
    long cpuEndedNs = cpuNs();
    long spentNs = System.nanoTime() - beganNs;
    if (result != right) {
      throw new IllegalStateException("the same work came to another result: faulty hardware");
    }
    boolean told = cpuBeganNs >= 0 && cpuEndedNs >= 0;
    return new Spin(told ? told(cpuEndedNs - cpuBeganNs) : null, told(spentNs), spentNs);
  }

  private Long told(long ns) {
    return Math.round(ns * STEPS_TOLD / steps);
  }

  private static long cpuNs() {
    return THREADS.isCurrentThreadCpuTimeSupported() && !Thread.currentThread().isVirtual()
        ? THREADS.getCurrentThreadCpuTime()
        : -1;
  }

  // Four generators side by side (xorshift: Marsaglia, J. Stat. Softw. 8 (2003)) fill a core's
  // units, so that whoever shares them is felt.
  private static long work(int steps) {
    long a = 1;
    long b = 2;
    long c = 3;
    long d = 4;
    for (int i = 0; i < steps; i++) {
      a = next(a);
      b = next(b);
      c = next(c);
      d = next(d);
    }
    return a ^ b ^ c ^ d;
  }

  private static long next(long state) {
    long x = state ^ (state << 13);
    x ^= x >>> 7;
    return x ^ (x << 17);
  }
}
