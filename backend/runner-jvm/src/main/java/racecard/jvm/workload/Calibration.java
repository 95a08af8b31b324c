package racecard.jvm.workload;

import java.util.Arrays;

/** How many steps of {@link Mixed} take a wanted time on one thread of this runtime, once warm. */
public final class Calibration {
  private static final long WARM_UP_NS = 300_000_000;
  private static final int STEPS = 2_000;
  private static final int TIMINGS = 9;

  private Calibration() {}

  /** The steps that take {@code cpuNs}: the median of nine timings after 0.3 s of warm-up. */
  public static long steps(long cpuNs) {
    Mixed mixed = new Mixed("calibrate", 0, STEPS);
    long beginNs = System.nanoTime();
    int task = 0;
    while (System.nanoTime() - beginNs < WARM_UP_NS) {
      mixed.compute(task++);
    }
    long[] timingsNs = new long[TIMINGS];
    for (int i = 0; i < TIMINGS; i++) {
      long startNs = System.nanoTime();
      mixed.compute(task++);
      timingsNs[i] = System.nanoTime() - startNs;
    }
    Arrays.sort(timingsNs);
    return Math.round((double) cpuNs * STEPS / timingsNs[TIMINGS / 2]);
  }
}
