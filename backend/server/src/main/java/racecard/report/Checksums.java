package racecard.report;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.sample.Sample;

/** The checksums of rounds, brought to N tasks executed once so that they can be compared. */
final class Checksums {
  private static final BigInteger MODULUS = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  // Valid rounds were compared with the right answer when they were measured.
  private final Set<String> right = new HashSet<>();

  Checksums(List<Sample> samples) {
    samples.stream()
        .filter(Sample::valid)
        .map(Checksums::ofOnce)
        .filter(Objects::nonNull)
        .forEach(right::add);
  }

  /** The last valid round's, else the last one's; null without any. */
  @Nullable String of(List<Sample> rounds) {
    return rounds.reversed().stream()
        .filter(sample -> sample.checksum() != null)
        .sorted((a, b) -> Boolean.compare(b.valid(), a.valid()))
        .findFirst()
        .map(Checksums::ofOnce)
        .orElse(null);
  }

  /** Whether every round that answered was right; null without one, or with nothing to compare. */
  @Nullable Boolean correct(List<Sample> rounds) {
    List<String> answered =
        rounds.stream().map(Checksums::ofOnce).filter(Objects::nonNull).toList();
    boolean comparable = !answered.isEmpty() && !right.isEmpty();
    return comparable ? right.containsAll(answered) : null;
  }

  private static @Nullable String ofOnce(Sample sample) {
    String checksum = sample.checksum();
    if (checksum == null || sample.repeats() == 1 || !checksum.matches("[0-9]{1,30}")) {
      return checksum;
    }
    BigInteger once = BigInteger.valueOf(sample.repeats()).modInverse(MODULUS);
    return new BigInteger(checksum).multiply(once).mod(MODULUS).toString();
  }
}
