package racecard.origin;

/**
 * What the origin answers with.
 *
 * @param nonce bodies follow from it and the path
 * @param seed jitter follows from it and the path
 */
record Configuration(String nonce, long delayMs, long jitterMs, int bodyBytes, long seed) {
  static final int MAX_BODY_BYTES = 1 << 24;
  private static final long MAX_MS = 600_000;

  static Configuration initial() {
    return new Configuration("", 0, 0, 0, 0);
  }

  static Configuration read(FlatJson message) {
    return new Configuration(
        message.text("nonce"),
        message.number("delay_ms", 0, MAX_MS),
        message.number("jitter_ms", 0, MAX_MS),
        (int) message.number("body_bytes", 0, MAX_BODY_BYTES),
        message.number("seed", 0, Long.MAX_VALUE));
  }

  /** The delay of {@code path} in nanoseconds, the same whenever it is asked for. */
  long delayNs(String path) {
    long fixedNs = delayMs * 1_000_000;
    if (jitterMs == 0) {
      return fixedNs;
    }
    return fixedNs + (long) (SplitMix.of(seed + path).nextShare() * (jitterMs * 1_000_000));
  }

  /** The words of the body of {@code path}. */
  SplitMix body(String path) {
    return SplitMix.of(nonce + path);
  }
}
