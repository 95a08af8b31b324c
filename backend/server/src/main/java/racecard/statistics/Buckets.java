package racecard.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A log-linear histogram as docs/PROTOCOL.md fixes it: each bucket at most 1/128 wide. */
public final class Buckets {
  private final NavigableMap<Integer, Long> counts = new TreeMap<>();
  private long total;

  /** Adds {@code count} values of the bucket {@code index}. */
  public void add(int index, long count) {
    counts.merge(index, count, Long::sum);
    total += count;
  }

  /** How many values there are. */
  public long count() {
    return total;
  }

  /** The bucket of a value of at least 0. */
  public static int index(long value) {
    if (value < 128) {
      return (int) value;
    }
    int e = 63 - Long.numberOfLeadingZeros(value) - 7;
    return 128 * (e + 1) + (int) (value >> e) - 128;
  }

  /** The middle of a bucket. */
  public static long middle(int index) {
    if (index < 128) {
      return index;
    }
    int e = index / 128 - 1;
    return ((128L + index % 128) << e) + (1L << e) / 2;
  }

  /**
   * The value below or at which the share {@code probability} lies, within 1/256; needs a value.
   */
  public long percentile(double probability) {
    long rank = Math.max(1, (long) Math.ceil(probability * total));
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
      seen += bucket.getValue();
      if (seen >= rank) {
        return middle(bucket.getKey());
      }
    }
    throw new IllegalStateException("a percentile of no values");
  }
}
