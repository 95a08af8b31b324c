package racecard.worker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What the origin must answer and how long it must take, by the rules of docs/PROTOCOL.md.
 *
 * <p>SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
final class OriginRule {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private OriginRule() {}

  /** The path of the download {@code download} of the task {@code task}. */
  static String path(int task, int download) {
    return "/u/" + task + "/" + download;
  }

  static byte[] body(String nonce, String path, int length) {
    long state = seed(nonce + path);
    ByteBuffer body = ByteBuffer.allocate(length + Long.BYTES);
    while (body.position() < length) {
      state += GOLDEN;
      body.putLong(mix(state));
    }
    byte[] cutOff = new byte[length];
    body.flip().get(cutOff);
    return cutOff;
  }

  /** The share of the jitter that is added to the delay of {@code path}, from 0 to 1. */
  static double share(long seed, String path) {
    return (mix(seed(seed + path) + GOLDEN) >>> 11) * 0x1p-53;
  }

  private static long seed(String text) {
    return ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static long mix(long state) {
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
