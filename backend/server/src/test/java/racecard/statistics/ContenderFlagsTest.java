package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeded jobs: what one contender does is seen, and what the host does to all is not blamed. */
final class ContenderFlagsTest {
  private static final int CONTENDERS = 7;
  private static final int JOBS = 200;

  /** What the first contender does beside what all do, on the logarithmic scale. */
  private interface Habit {
    double of(int generation, int block, Random random);
  }

  private static final Habit NONE = (generation, block, random) -> 0;

  /** A job's flags; noise is a share of a round's time, spikes come in a tenth of the rounds. */
  private record Job(int generations, int blocks, double noise, double spike) {
    List<Flag> flags(Random random, Habit host, Habit first) {
      List<Round> rounds = new ArrayList<>();
      List<Entrant> entrants = new ArrayList<>();
      for (int i = 0; i < CONTENDERS; i++) {
        entrants.add(new Entrant("c" + i, "c0", false, 0, Double.POSITIVE_INFINITY));
      }
      for (int g = 1; g <= generations; g++) {
        double[] process = random.doubles(CONTENDERS, -noise / 2, noise / 2).toArray();
        for (int b = 1; b <= blocks; b++) {
          double common = host.of(g, b, random);
          for (int i = 0; i < CONTENDERS; i++) {
            double log = common + process[i] + noise(random);
            log += i == 0 ? first.of(g, b, random) : 0;
            rounds.add(new Round(g, b, "c" + i, 2e8 * (i + 1) * Math.exp(log), true));
          }
        }
      }
      return ContenderFlags.of(rounds, entrants);
    }

    private double noise(Random random) {
      double spiked = random.nextDouble() < 0.1 ? -Math.log(1 - random.nextDouble()) * spike : 0;
      return random.nextGaussian() * noise + spiked;
    }

    /** In what share of jobs any flag of this kind is raised. */
    double share(String kind, Habit host, Habit first) {
      Random random = new Random(20261125);
      int raised = 0;
      for (int job = 0; job < JOBS; job++) {
        raised +=
            flags(random, host, first).stream().anyMatch(flag -> flag.kind().equals(kind)) ? 1 : 0;
      }
      return (double) raised / JOBS;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3, 0.01, 0", "3, 5, 0.01, 0", "9, 5, 0.01, 0",
    "3, 3, 0.03, 0.15", "3, 5, 0.03, 0.15", "9, 5, 0.03, 0.15"
  })
  void contenders_that_only_vary_by_chance_hardly_ever_raise_a_flag(
      int generations, int blocks, double noise, double spike) {
    Job job = new Job(generations, blocks, noise, spike);
    double allowed = spike == 0 ? 0.01 : 0.05;
    assertThat(job.share("BIMODAL", NONE, NONE)).isLessThanOrEqualTo(allowed);
    assertThat(job.share("SPREAD", NONE, NONE)).isLessThanOrEqualTo(allowed);
    assertThat(job.share("STILL_WARMING", NONE, NONE)).isLessThanOrEqualTo(allowed);
  }

  @Test
  void what_the_host_does_to_all_is_not_blamed_on_contenders() {
    Habit falling = (generation, block, random) -> -0.05 * block;
    Habit twoClocks = (generation, block, random) -> generation % 2 == 0 ? 0.3 : 0;
    Job job = new Job(4, 5, 0.01, 0);
    assertThat(job.share("STILL_WARMING", falling, NONE)).isLessThanOrEqualTo(0.01);
    assertThat(job.share("BIMODAL", twoClocks, NONE)).isLessThanOrEqualTo(0.01);
    assertThat(job.share("SPREAD", twoClocks, NONE)).isLessThanOrEqualTo(0.01);
  }

  @Test
  void a_contender_that_becomes_quicker_within_each_start_is_still_warming() {
    Habit warming = (generation, block, random) -> -0.03 * block;
    assertThat(new Job(3, 5, 0.01, 0).share("STILL_WARMING", NONE, warming)).isGreaterThan(0.95);
    assertThat(new Job(3, 3, 0.01, 0).share("STILL_WARMING", NONE, warming)).isGreaterThan(0.75);
    Habit slowing = (generation, block, random) -> 0.03 * block;
    assertThat(new Job(3, 5, 0.01, 0).share("STILL_WARMING", NONE, slowing)).isZero();
  }

  @Test
  void rounds_in_two_groups_are_bimodal_and_not_also_spread() {
    Habit coin = (generation, block, random) -> (block + generation) % 2 == 0 ? 0.3 : 0;
    Job job = new Job(3, 5, 0.01, 0);
    assertThat(job.share("BIMODAL", NONE, coin)).isGreaterThan(0.95);
    assertThat(job.share("SPREAD", NONE, coin)).isLessThanOrEqualTo(0.01);
    assertThat(job.flags(new Random(1), NONE, coin))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.message()).startsWith("Rounds of c0 fall into two groups");
          assertThat(flag.evidence().get("apart")).isBetween(0.30, 0.40);
          assertThat(flag.severe()).isFalse();
        });
  }

  @Test
  void rounds_that_lie_far_apart_are_told() {
    Habit wild = (generation, block, random) -> random.nextGaussian() * 0.4;
    assertThat(new Job(3, 5, 0.01, 0).share("SPREAD", NONE, wild)).isGreaterThan(0.9);
  }

  @Test
  void a_contender_alone_cannot_be_told_from_its_host() {
    List<Round> rounds = new ArrayList<>();
    for (int block = 1; block <= 12; block++) {
      rounds.add(new Round(1, block, "c0", block % 2 == 0 ? 2e8 : 3e8, true));
    }
    Entrant alone = new Entrant("c0", "c0", false, 0, Double.POSITIVE_INFINITY);
    assertThat(ContenderFlags.of(rounds, List.of(alone))).isEmpty();
  }

  @Test
  void what_one_contender_does_says_nothing_against_the_machine() {
    List<Round> rounds = new ArrayList<>();
    Random random = new Random(7);
    for (int block = 1; block <= 15; block++) {
      rounds.add(new Round(block % 3, block, "c0", 2e8 * (1 + random.nextDouble() / 100), true));
      rounds.add(new Round(block % 3, block, "c1", block % 2 == 0 ? 2e8 : 3e8, true));
    }
    List<Entrant> entrants =
        List.of(
            new Entrant("c0", "c0", false, 0, Double.POSITIVE_INFINITY),
            new Entrant("c1", "c0", false, 0, Double.POSITIVE_INFINITY));
    Assessment assessment = Assessment.of(rounds, entrants, 5, List.of(), 1);
    assertThat(assessment.flags()).extracting(Flag::kind).containsExactly("BIMODAL");
    assertThat(assessment.grade()).isEqualTo("A");
  }
}
