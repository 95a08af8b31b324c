package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import racecard.statistics.StopRule.Reason;
import racecard.statistics.StopRule.Settle;

final class StopRuleTest {
  private static final long SECOND = 1_000_000_000L;
  private static final StopRule QUICK = new StopRule(Settle.NOTHING, 120 * SECOND);
  private static final StopRule BALANCED = new StopRule(Settle.BASELINE, 120 * SECOND);

  @Test
  void quick_ends_after_three_generations_whatever_they_show() {
    assertThat(stop(QUICK, measured(2, 3, round -> false), 2, 500 * SECOND)).isEmpty();
    assertThat(stop(QUICK, measured(3, 3, round -> false), 3, 500 * SECOND))
        .contains(Reason.COMPLETE);
  }

  @Test
  void balanced_ends_when_all_is_settled_or_the_next_generation_would_not_fit_the_budget() {
    assertThat(stop(BALANCED, measured(3, 5, round -> false), 3, SECOND)).contains(Reason.SETTLED);
    Comparison open = compared(noisy(3));
    assertThat(stop(BALANCED, open, 3, 60 * SECOND)).isEmpty();
    assertThat(stop(BALANCED, open, 3, 100 * SECOND)).contains(Reason.BUDGET);
    assertThat(stop(BALANCED, open, 12, 60 * SECOND)).contains(Reason.MOST_GENERATIONS);
  }

  @Test
  void a_failed_round_that_costs_the_verdict_is_made_up_for() {
    Predicate<Round> once =
        round ->
            round.generation() == 1
                && round.block() == 2
                && round.contender().equals("jvm/threads");
    Comparison three = measured(3, 3, once);
    assertThat(three.leader()).isNull();
    assertThat(stop(QUICK, three, 3, 500 * SECOND)).isEmpty();
    assertThat(stop(BALANCED, three, 3, 500 * SECOND)).isEmpty();

    Comparison four = measured(4, 3, once);
    assertThat(four.leader()).isEqualTo("jvm/threads");
    assertThat(stop(QUICK, four, 4, 500 * SECOND)).contains(Reason.COMPLETE);
  }

  @Test
  void a_contender_that_missed_a_generation_is_given_another() {
    List<Round> rounds = rounds(3, 5, round -> false);
    rounds.removeIf(round -> round.generation() == 1 && round.contender().equals("jvm/threads"));
    Comparison comparison = compared(rounds);
    assertThat(comparison.invalidBlocks()).isZero();
    assertThat(stop(QUICK, comparison, 3, SECOND)).isEmpty();
    assertThat(stop(BALANCED, comparison, 3, 500 * SECOND)).isEmpty();
  }

  @Test
  void not_more_than_two_generations_make_up_for_what_failed() {
    Comparison hopeless = measured(5, 3, round -> round.block() == 1);
    assertThat(hopeless.leader()).isNull();
    assertThat(stop(QUICK, hopeless, 5, SECOND)).contains(Reason.COMPLETE);
    assertThat(stop(BALANCED, hopeless, 5, SECOND)).isEmpty();
    assertThat(stop(BALANCED, hopeless, 5, 110 * SECOND)).contains(Reason.BUDGET);
  }

  @Test
  void a_verdict_that_another_look_could_turn_does_not_end_a_balanced_run() {
    Effect faster = new Effect(Math.log(1.10), Math.log(1.051), Math.log(1.151), 3, 15);
    assertThat(Verdict.of(faster, 5)).isEqualTo(Verdict.FASTER);
    assertThat(stop(BALANCED, placed(faster), 3, SECOND)).isEmpty();
    Effect surely = new Effect(Math.log(1.10), Math.log(1.061), Math.log(1.14), 3, 15);
    assertThat(stop(BALANCED, placed(surely), 3, SECOND)).contains(Reason.SETTLED);
  }

  private static Comparison placed(Effect effect) {
    Placing placing =
        new Placing(
            "jvm/threads",
            "jvm/sequential",
            1,
            Verdict.of(effect, 5),
            effect,
            null,
            null,
            1e8,
            15,
            null);
    return new Comparison(List.of(placing), List.of("jvm/threads"), false, List.of(), 3, 15, 0);
  }

  private static Optional<Reason> stop(
      StopRule rule, Comparison comparison, int generations, long spentNs) {
    return rule.stop(
        new Assessment(comparison, List.of(), List.of(), "A", 5, null, spentNs), generations);
  }

  private static Comparison measured(int generations, int blocks, Predicate<Round> failed) {
    return compared(rounds(generations, blocks, failed));
  }

  private static Comparison compared(List<Round> rounds) {
    List<Entrant> entrants =
        List.of(
            new Entrant("jvm/sequential", "jvm/sequential", false, 0, Double.POSITIVE_INFINITY),
            new Entrant("jvm/threads", "jvm/sequential", false, 0, Double.POSITIVE_INFINITY));
    return Comparison.of(rounds, entrants, 5);
  }

  /** {@code jvm/threads} takes half the time; rounds are half a percent apart. */
  private static List<Round> rounds(int generations, int blocks, Predicate<Round> failed) {
    Random random = new Random(1);
    List<Round> rounds = new ArrayList<>();
    for (int generation = 1; generation <= generations; generation++) {
      for (int block = 1; block <= blocks; block++) {
        for (String name : List.of("jvm/sequential", "jvm/threads")) {
          double ms = name.equals("jvm/threads") ? 100 : 200;
          double ns = ms * 1e6 * (1 + 0.005 * random.nextGaussian());
          Round round = new Round(generation, block, name, ns, true);
          rounds.add(failed.test(round) ? new Round(generation, block, name, ns, false) : round);
        }
      }
    }
    return rounds;
  }

  /** Nobody could tell whether one of them is faster. */
  private static List<Round> noisy(int generations) {
    Random random = new Random(2);
    return new ArrayList<>(
        rounds(generations, 5, round -> false).stream()
            .map(round ->
                new Round(
                    round.generation(),
                    round.block(),
                    round.contender(),
                    1e8 * Math.exp(0.3 * random.nextGaussian()),
                    true))
            .toList());
  }
}
