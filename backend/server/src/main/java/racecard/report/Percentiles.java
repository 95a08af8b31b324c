package racecard.report;

import org.jspecify.annotations.Nullable;
import racecard.sample.Histogram;

/**
 * How long tasks took, in nanoseconds.
 *
 * @param p99 null below 1,000 tasks, where it would rest on a handful
 */
public record Percentiles(long p50, long p90, @Nullable Long p99, long max) {
  private static final long TASKS_FOR_P99 = 1_000;

  /** Those of {@code tasks}; null without any. */
  public static @Nullable Percentiles of(Histogram tasks) {
    long count = tasks.count();
    if (count == 0) {
      return null;
    }
    return new Percentiles(
        ns(tasks, 50), ns(tasks, 90), count < TASKS_FOR_P99 ? null : ns(tasks, 99), ns(tasks, 100));
  }

  private static long ns(Histogram tasks, double percent) {
    return tasks.percentileNs(percent).orElseThrow();
  }
}
