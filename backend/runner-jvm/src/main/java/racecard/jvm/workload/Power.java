package racecard.jvm.workload;

import java.math.BigInteger;
import racecard.jvm.checksum.Modulus;

/** Computes (base + 2 · task) ** exponent as one whole big integer. */
public record Power(long base, int exponent) implements Computation {
  private static final BigInteger P = BigInteger.valueOf(Modulus.P);

  @Override
  public long compute(int task) {
    // modPow would be another, far smaller task: the big integer itself is the work.
    return BigInteger.valueOf(base + 2L * task).pow(exponent).mod(P).longValue();
  }
}
