package racecard.jvm.http;

import java.nio.ByteBuffer;
import racecard.jvm.checksum.Modulus;

/** A body read as one big-endian number modulo 2^61 − 1, as its bytes arrive, with its length. */
final class Body {
  private long number;
  private long length;

  /** Takes {@code count} bytes from {@code bytes}. */
  void accept(ByteBuffer bytes, int count) {
    int end = bytes.position() + count;
    long folded = number;
    while (end - bytes.position() >= Long.BYTES) {
      folded = Modulus.appendWord(folded, bytes.getLong());
    }
    while (bytes.position() < end) {
      folded = Modulus.appendByte(folded, bytes.get() & 0xff);
    }
    number = folded;
    length += count;
  }

  /** The number plus the length, modulo 2^61 − 1. */
  long value() {
    return Modulus.of(number + length);
  }

  long length() {
    return length;
  }
}
