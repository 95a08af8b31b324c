package racecard.runner;

/** The log-linear buckets of docs/PROTOCOL.md, each at most 1/128 wide. */
final class Buckets {
  private Buckets() {}

  /** The middle of the bucket {@code index}. */
  static long middle(int index) {
    if (index < 128) {
      return index;
    }
    int e = index / 128 - 1;
    return ((128L + index % 128) << e) + (1L << e) / 2;
  }
}
