package racecard.origin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts of nanoseconds in buckets at most 1/128 wide, as in docs/PROTOCOL.md, "latency". */
final class Lateness {
  private static final int LINEAR_BITS = 7;
  private static final int LINEAR = 1 << LINEAR_BITS;
  private static final int BUCKETS = LINEAR * (Long.SIZE - LINEAR_BITS);

  private final long[] counts = new long[BUCKETS];
  private long count;
  private long maxNs;

  void add(long ns) {
    long value = Math.max(0, ns);
    counts[index(value)]++;
    count++;
    maxNs = Math.max(maxNs, value);
  }

  void clear() {
    Arrays.fill(counts, 0);
    count = 0;
    maxNs = 0;
  }

  /** The upper end of the bucket that {@code share} of all are in or below; null for none. */
  @Nullable Long quantileNs(double share) {
    long wanted = (long) Math.ceil(share * count);
    long seen = 0;
    for (int i = 0; i < BUCKETS && count > 0; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.min(maxNs, upper(i));
      }
    }
    return null;
  }

  @Nullable Long maxNs() {
    return count == 0 ? null : maxNs;
  }

  static int index(long value) {
    if (value < LINEAR) {
      return (int) value;
    }
    int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - LINEAR_BITS;
    return LINEAR * (exponent + 1) + (int) (value >> exponent) - LINEAR;
  }

  private static long upper(int index) {
    if (index < LINEAR) {
      return index;
    }
    int exponent = index / LINEAR - 1;
    return ((LINEAR + index % LINEAR + 1L) << exponent) - 1;
  }
}
