package racecard.jvm.checksum;

/** Arithmetic modulo the Mersenne prime 2^61 − 1, in which all checksums are kept. */
public final class Modulus {
  /** 2^61 − 1. */
  public static final long P = (1L << 61) - 1;

  private Modulus() {}

  /** {@code unsigned} mod P, read as an unsigned number. */
  public static long of(long unsigned) {
    long folded = (unsigned & P) + (unsigned >>> 61);
    return folded >= P ? folded - P : folded;
  }

  /** a + b mod P, for a and b below P. */
  public static long add(long a, long b) {
    return of(a + b);
  }

  /** a · b mod P, for a and b below P. */
  public static long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return add(low & P, (high << 3) | (low >>> 61));
  }

  /** value · 2^64 + word mod P: one word more of a big-endian number. */
  public static long appendWord(long value, long word) {
    // 2^64 ≡ 2^3, and multiplying by a power of two rotates 61 bits.
    return of(rotate(value, 3) + (word & P) + (word >>> 61));
  }

  /** value · 2^8 + unsignedByte mod P: one byte more of a big-endian number. */
  public static long appendByte(long value, int unsignedByte) {
    return of(rotate(value, 8) + unsignedByte);
  }

  private static long rotate(long value, int bits) {
    return ((value << bits) & P) | (value >>> (61 - bits));
  }

  /** The first 8 bytes, as an unsigned big-endian number, mod P. */
  public static long ofFirstBytes(byte[] bytes) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = (word << 8) | (bytes[i] & 0xff);
    }
    return of(word);
  }
}
