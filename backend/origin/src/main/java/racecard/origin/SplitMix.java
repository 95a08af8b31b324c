package racecard.origin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SplitMix64 words from a text's SHA-256.
 *
 * <p>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
final class SplitMix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private SplitMix(long seed) {
    this.state = seed;
  }

  /** Words whose seed is the first 8 bytes of SHA-256 of {@code text}. */
  static SplitMix of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new SplitMix(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  long next() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number that is uniform in [0, 1). */
  double nextShare() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Puts {@code count} bytes into {@code out}, each word big-endian, the last one cut off. */
  void fill(ByteBuffer out, int count) {
    int left = count;
    for (; left >= Long.BYTES; left -= Long.BYTES) {
      out.putLong(next());
    }
    long last = left > 0 ? next() : 0;
    for (int shift = 56; left > 0; left--, shift -= 8) {
      out.put((byte) (last >>> shift));
    }
  }
}
