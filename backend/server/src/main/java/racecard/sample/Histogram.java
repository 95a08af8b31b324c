package racecard.sample;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tasks took how long.
 *
 * @param countByNs tasks by the length of their bucket, in nanoseconds
 */
public record Histogram(SortedMap<Long, Long> countByNs) {
  /** Nothing counted. */
  public static final Histogram EMPTY = new Histogram(new TreeMap<>());

  /** Copies the counts. */
  public Histogram {
    countByNs = Collections.unmodifiableSortedMap(new TreeMap<>(countByNs));
  }

  /** Both together. */
  public Histogram plus(Histogram other) {
    SortedMap<Long, Long> sum = new TreeMap<>(countByNs);
    other.countByNs.forEach((ns, count) -> sum.merge(ns, count, Long::sum));
    return new Histogram(sum);
  }

  /** How many tasks were counted. */
  public long count() {
    return countByNs.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The smallest length that at least {@code percent} of the tasks did not exceed (nearest rank);
   * empty without tasks.
   */
  public OptionalLong percentileNs(double percent) {
    long rank = Math.max(1, (long) Math.ceil(percent / 100 * count()));
    long seen = 0;
    for (Map.Entry<Long, Long> bucket : countByNs.entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank) {
        return OptionalLong.of(bucket.getKey());
      }
    }
    return OptionalLong.empty();
  }
}
