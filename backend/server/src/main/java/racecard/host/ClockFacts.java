package racecard.host;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which rounds are timed.
 *
 * @param source where the kernel reads it from, as {@code tsc}; null where it does not tell
 * @param grainNs the smallest step that was seen
 */
public record ClockFacts(@Nullable String source, long grainNs) {
  private static final int READS = 1_000;
  private static final long LONGEST_NS = 50_000_000;

  /** Reads them now. */
  public static ClockFacts read() {
    return new ClockFacts(source("").orElse(null), grain());
  }

  /** What the files below {@code root} tell. */
  static Optional<String> source(String root) {
    return ProcFiles.firstLine(
        root + "/sys/devices/system/clocksource/clocksource0/current_clocksource");
  }

  private static long grain() {
    long beganNs = System.nanoTime();
    long grainNs = LONGEST_NS;
    long beforeNs = beganNs;
    for (int i = 0; i < READS && beforeNs - beganNs < LONGEST_NS; ) {
      long nowNs = System.nanoTime();
      if (nowNs > beforeNs) {
        grainNs = Math.min(grainNs, nowNs - beforeNs);
        i++;
      }
      beforeNs = nowNs;
    }
    return grainNs;
  }
}
