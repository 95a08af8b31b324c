package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layer U of the accuracy suite: seeded jobs through the same decision code as real ones. */
final class SimulationTest {
  private static final int JOBS = 1_000;
  private static final int BLOCKS = 5;

  /** How a simulated host disturbs: all shares are of the time of a round. */
  enum Noise {
    QUIET(0.01, 0, 0, 0.005, 0),
    CLOUD(0.03, 0.10, 0.15, 0.01, 0.01),
    AWFUL(0.08, 0.10, 0.30, 0.02, 0.01);

    final double round;
    final double spikeChance;
    final double spike;
    final double process;
    final double drift;

    Noise(double round, double spikeChance, double spike, double process, double drift) {
      this.round = round;
      this.spikeChance = spikeChance;
      this.spike = spike;
      this.process = process;
      this.drift = drift;
    }
  }

  private record Outcome(Verdict verdict, Effect effect) {}

  private static Outcome job(Random random, Noise noise, double effect, double marginPercent) {
    List<Entrant> entrants =
        List.of(
            new Entrant("a", "a", false, 0, Double.POSITIVE_INFINITY),
            new Entrant("b", "a", false, 0, Double.POSITIVE_INFINITY));
    StopRule rule = new StopRule(StopRule.Settle.BASELINE, 9_000);
    List<Round> rounds = new ArrayList<>();
    double host = 0;
    for (int generation = 1; ; generation++) {
      double processA = random.nextGaussian() * noise.process;
      double processB = random.nextGaussian() * noise.process;
      for (int block = 1; block <= BLOCKS; block++) {
        boolean first = random.nextBoolean();
        for (int position = 0; position < 2; position++) {
          boolean a = (position == 0) == first;
          host += random.nextGaussian() * noise.drift;
          double log =
              host
                  + (a ? processA : processB + effect)
                  + random.nextGaussian() * noise.round
                  + (random.nextDouble() < noise.spikeChance
                      ? -Math.log(1 - random.nextDouble()) * noise.spike
                      : 0);
          rounds.add(new Round(generation, block, a ? "a" : "b", 1e8 * Math.exp(log), true));
        }
      }
      Comparison comparison = Comparison.of(rounds, entrants, marginPercent);
      if (rule.stop(comparison, generation, generation * 750L).isPresent()) {
        Placing b = comparison.placing("b").orElseThrow();
        return new Outcome(b.verdict(), java.util.Objects.requireNonNull(b.effect()));
      }
    }
  }

  private static double share(
      Noise noise, double effect, double margin, java.util.function.Predicate<Outcome> counts) {
    Random random = new Random(20261124);
    int counted = 0;
    for (int job = 0; job < JOBS; job++) {
      counted += counts.test(job(random, noise, effect, margin)) ? 1 : 0;
    }
    return (double) counted / JOBS;
  }

  @ParameterizedTest
  @EnumSource
  void two_identical_contenders_are_not_called_different(Noise noise) {
    assertThat(
            share(noise, 0, 5, o -> o.verdict() == Verdict.FASTER || o.verdict() == Verdict.SLOWER))
        .isLessThanOrEqualTo(0.01);
  }

  @Test
  void a_tenth_more_time_is_called_slower() {
    assertThat(share(Noise.CLOUD, Math.log(1.10), 3, o -> o.verdict() == Verdict.SLOWER))
        .isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @EnumSource
  void a_tenth_more_time_is_never_called_faster(Noise noise) {
    assertThat(share(noise, Math.log(1.10), 3, o -> o.verdict() == Verdict.FASTER)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void the_interval_covers_the_truth(Noise noise) {
    assertThat(share(noise, 0, 5, o -> o.effect().low() <= 0 && o.effect().high() >= 0))
        .isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void identical_contenders_on_a_quiet_host_are_tied() {
    assertThat(share(Noise.QUIET, 0, 5, o -> o.verdict() == Verdict.TIED))
        .isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void six_percent_are_not_tied_within_three() {
    assertThat(share(Noise.QUIET, Math.log(1.06), 3, o -> o.verdict() == Verdict.TIED))
        .isLessThanOrEqualTo(0.01);
  }
}
