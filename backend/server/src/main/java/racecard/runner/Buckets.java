package racecard.runner;

/** The log-linear buckets of docs/PROTOCOL.md, each at most 1/128 wide. */
final class Buckets {
  private static final long LINEAR = 128;

  private Buckets() {}

  /** The middle of the bucket {@code index}. */
  static long middle(long index) {
    if (index < LINEAR) {
      return index;
    }
    int e = (int) (index / LINEAR) - 1;
    return ((LINEAR + index % LINEAR) << e) + (1L << e) / 2;
  }
}
