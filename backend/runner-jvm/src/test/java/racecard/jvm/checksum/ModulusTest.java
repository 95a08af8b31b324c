package racecard.jvm.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ModulusTest {
  private static final BigInteger P = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  @Test
  void all_operations_agree_with_big_integers() {
    long[] numbers =
        LongStream.concat(
                LongStream.of(0, 1, 7, 255, Modulus.P - 1, Modulus.P / 2),
                new Random(1).longs(200, 0, Modulus.P))
            .toArray();
    for (long a : numbers) {
      for (long b : numbers) {
        BigInteger x = BigInteger.valueOf(a);
        BigInteger y = BigInteger.valueOf(b);
        assertThat(Modulus.add(a, b)).isEqualTo(x.add(y).mod(P).longValue());
        assertThat(Modulus.multiply(a, b)).isEqualTo(x.multiply(y).mod(P).longValue());
        assertThat(Modulus.appendByte(a, (int) (b & 0xff)))
            .isEqualTo(x.shiftLeft(8).add(BigInteger.valueOf(b & 0xff)).mod(P).longValue());
      }
    }
  }

  @Test
  void words_are_unsigned() {
    for (long word : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Modulus.P}) {
      BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
      assertThat(Modulus.of(word)).isEqualTo(unsigned.mod(P).longValue());
      BigInteger appended = BigInteger.valueOf(12_345).shiftLeft(64).add(unsigned);
      assertThat(Modulus.appendWord(12_345, word)).isEqualTo(appended.mod(P).longValue());
    }
  }

  @Test
  void the_first_eight_bytes_are_one_big_endian_number() {
    byte[] bytes = {(byte) 0xff, 0, 1, 2, 3, 4, 5, (byte) 0xfe, 99};

    assertThat(Modulus.ofFirstBytes(bytes))
        .isEqualTo(new BigInteger("ff000102030405fe", 16).mod(P).longValue());
  }
}
