package racecard.worker;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import racecard.runner.Work;

/**
 * What the checksum of a round must be, computed here and never by what is measured.
 *
 * <p>{@code power} is a modular power here and a whole number in the contenders. For the user's own
 * URLs nobody can know the bodies: a first download, made twice before anything is measured, says
 * what is right, so that all contenders must agree with it.
 *
 * @param once the checksum of all tasks executed once
 */
record RightAnswer(long once) {
  private static final BigInteger P = BigInteger.valueOf(Modulus.P);
  private static final int MIXED_BLOCK = 992;
  private static final int DIGEST = 32;

  /**
   * Computes it on all cores, so never while a round runs; throws CancellationException when {@code
   * goOn} turns false.
   */
  static RightAnswer of(Work work, int bodyBytes, BooleanSupplier goOn) {
    return new RightAnswer(
        IntStream.range(0, work.tasks())
            .parallel()
            .mapToLong(task -> Modulus.multiply(task + 1L, value(work, task, bodyBytes, goOn)))
            .reduce(0, Modulus::add));
  }

  /** When every task has the same {@code value}. */
  static RightAnswer ofSame(long value, int tasks) {
    long weights =
        IntStream.rangeClosed(1, tasks).mapToLong(weight -> weight).reduce(0, Modulus::add);
    return new RightAnswer(Modulus.multiply(Modulus.of(value), weights));
  }

  /** The checksum of a round that executes the tasks {@code repeats} times. */
  String of(int repeats) {
    return Long.toString(Modulus.multiply(repeats, once));
  }

  private static long value(Work work, int task, int bodyBytes, BooleanSupplier goOn) {
    proceed(goOn);
    return switch (work.workload()) {
      case "power" -> power(number(work, "base") + 2L * task, number(work, "exponent"));
      case "sleep" -> Modulus.of(number(work, "sleep_us"));
      case "hash" -> chain(work, task, number(work, "buffer_bytes"), number(work, "repeats"), goOn);
      case "mixed" -> chain(work, task, MIXED_BLOCK, number(work, "steps"), goOn);
      case "fetch" -> downloads(work, task, bodyBytes);
      default -> throw new IllegalArgumentException("unknown workload " + work.workload());
    };
  }

  private static void proceed(BooleanSupplier goOn) {
    if (!goOn.getAsBoolean()) {
      throw new CancellationException();
    }
  }

  private static long power(long base, long exponent) {
    return BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), P).longValueExact();
  }

  private static long downloads(Work work, int task, int bodyBytes) {
    long sum = 0;
    for (int download = 0; download < number(work, "urls_per_task"); download++) {
      byte[] body = OriginRule.body(work.nonce(), OriginRule.path(task, download), bodyBytes);
      long value = Modulus.add(Modulus.ofNumber(body), bodyBytes);
      sum = Modulus.add(sum, Modulus.multiply(download + 1L, value));
    }
    return sum;
  }

  private static long chain(Work work, int task, long length, long links, BooleanSupplier goOn) {
    MessageDigest sha256 = OriginRule.sha256();
    byte[] piece = piece(sha256.digest(bytes(work.nonce())), length);
    byte[] digest = sha256.digest(bytes(work.nonce() + ":" + task));
    for (long link = 0; link < links; link++) {
      proceed(goOn);
      sha256.update(digest);
      for (long left = length; left > 0; left -= piece.length) {
        sha256.update(piece, 0, (int) Math.min(left, piece.length));
      }
      digest = sha256.digest();
    }
    return Modulus.of(new BigInteger(1, digest).shiftRight(8 * (DIGEST - Long.BYTES)).longValue());
  }

  /** Whole repetitions of {@code pattern}, of which the buffer is made: it may be 64 MiB long. */
  private static byte[] piece(byte[] pattern, long length) {
    int copies = Math.clamp(Math.ceilDiv(length, pattern.length), 1, 2_048);
    byte[] piece = new byte[copies * pattern.length];
    for (int copy = 0; copy < copies; copy++) {
      System.arraycopy(pattern, 0, piece, copy * pattern.length, pattern.length);
    }
    return piece;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long number(Work work, String name) {
    Long number = work.params().get(name);
    if (number == null) {
      throw new IllegalArgumentException(work.workload() + " needs " + name);
    }
    return number;
  }
}
