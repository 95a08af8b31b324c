package racecard.worker;

/** Arithmetic modulo the Mersenne prime 2^61 − 1, in which the protocol keeps all checksums. */
final class Modulus {
  static final long P = (1L << 61) - 1;

  private Modulus() {}

  /** {@code unsigned} mod P, read as an unsigned number. */
  static long of(long unsigned) {
    long folded = (unsigned & P) + (unsigned >>> 61);
    return folded >= P ? folded - P : folded;
  }

  static long add(long a, long b) {
    return of(a + b);
  }

  static long multiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return add(low & P, (high << 3) | (low >>> 61));
  }

  /** What {@code bytes} are as one big-endian number; 2^8 is a rotation by 8 of 61 bits. */
  static long ofNumber(byte[] bytes) {
    long number = 0;
    for (byte one : bytes) {
      number = of((((number << 8) & P) | (number >>> 53)) + (one & 0xff));
    }
    return number;
  }
}
