package racecard.jvm.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts of durations in log-linear buckets, each at most 1/128 wide relative to its lower end. */
public final class Histogram {
  private static final int LINEAR_BITS = 7;
  private static final int LINEAR = 1 << LINEAR_BITS;
  private static final int BUCKETS = LINEAR * (Long.SIZE - LINEAR_BITS);

  private long[] counts = new long[0];
  private long count;
  private long minNs = Long.MAX_VALUE;
  private long maxNs;

  /** The bucket of {@code value} ≥ 0, as in docs/PROTOCOL.md. */
  static int index(long value) {
    if (value < LINEAR) {
      return (int) value;
    }
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - LINEAR_BITS;
    return LINEAR * (exponent + 1) + (int) (value >> exponent) - LINEAR;
  }

  /** Counts a duration; a negative one, which only a broken clock gives, counts as 0. */
  void add(long ns) {
    long value = Math.max(0, ns);
    int index = index(value);
    if (index >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(BUCKETS, index + 2 * LINEAR));
    }
    counts[index]++;
    count++;
    minNs = Math.min(minNs, value);
    maxNs = Math.max(maxNs, value);
  }

  /** Adds all that {@code other} counted. */
  public void add(Histogram other) {
    if (other.counts.length > counts.length) {
      counts = Arrays.copyOf(counts, other.counts.length);
    }
    for (int i = 0; i < other.counts.length; i++) {
      counts[i] += other.counts[i];
    }
    count += other.count;
    minNs = Math.min(minNs, other.minNs);
    maxNs = Math.max(maxNs, other.maxNs);
  }

  /** The buckets that are not empty, as pairs of index and count, ascending. */
  public List<long[]> buckets() {
    List<long[]> buckets = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        buckets.add(new long[] {i, counts[i]});
      }
    }
    return buckets;
  }

  /** How many durations were counted. */
  public long count() {
    return count;
  }

  /** The shortest, exactly; meaningless when nothing was counted. */
  public long minNs() {
    return minNs;
  }

  /** The longest, exactly. */
  public long maxNs() {
    return maxNs;
  }
}
