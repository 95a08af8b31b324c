package racecard.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  private static Entrant entrant(String name) {
    return new Entrant(name, "jvm/sequential", name.contains("#"), 0, NO_LIMIT);
  }

  /** Three generations of five blocks around the given times in milliseconds, one percent apart. */
  private static List<Round> rounds(Map<String, Double> milliseconds) {
    Random random = new Random(1);
    List<Round> rounds = new ArrayList<>();
    for (int generation = 1; generation <= 3; generation++) {
      for (int block = 1; block <= 5; block++) {
        for (String name :
            List.of("jvm/sequential", "jvm/sequential#2", "jvm/threads", "jvm/thread-pool")) {
          double time = milliseconds.getOrDefault(name, 0.0);
          if (time > 0) {
            rounds.add(
                new Round(
                    generation,
                    block,
                    name,
                    time * 1e6 * (1 + 0.01 * random.nextGaussian()),
                    true));
          }
        }
      }
    }
    return rounds;
  }

  private static Effect effect(Placing placing) {
    return Objects.requireNonNull(placing.effect());
  }

  private static final List<Entrant> ENTRANTS =
      List.of(entrant("jvm/sequential"), entrant("jvm/threads"), entrant("jvm/thread-pool"));

  @Test
  void a_contender_in_half_the_time_is_twice_as_fast_and_leads() {
    Comparison comparison =
        Comparison.of(
            rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0, "jvm/thread-pool", 150.0)),
            ENTRANTS,
            5);
    assertThat(comparison.leader()).isEqualTo("jvm/threads");
    Placing threads = comparison.placing("jvm/threads").orElseThrow();
    assertThat(threads.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(effect(threads).speedUp()).isEqualTo(2, within(0.03));
    assertThat(threads.versusLeader()).isNull();
    assertThat(comparison.ranking())
        .extracting(Placing::name)
        .containsExactly("jvm/threads", "jvm/thread-pool", "jvm/sequential");
    assertThat(comparison.ranking()).extracting(Placing::rank).containsExactly(1, 2, 3);
  }

  @Test
  void what_is_tied_shares_a_rank() {
    Comparison comparison =
        Comparison.of(
            rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0, "jvm/thread-pool", 100.5)),
            ENTRANTS,
            5);
    assertThat(comparison.ranking()).extracting(Placing::rank).containsExactly(1, 1, 3);
    String other = "jvm/threads".equals(comparison.leader()) ? "jvm/thread-pool" : "jvm/threads";
    assertThat(comparison.placing(other).orElseThrow().versusLeaderVerdict())
        .isEqualTo(Verdict.TIED);
  }

  @Test
  void contenders_of_another_baseline_are_compared_among_themselves() {
    List<Entrant> entrants = new ArrayList<>(ENTRANTS);
    entrants.add(new Entrant("py/sequential", "py/sequential", false, 0, NO_LIMIT));
    entrants.add(new Entrant("py/threads", "py/sequential", false, 0, NO_LIMIT));
    List<Round> rounds = new ArrayList<>();
    for (Round one :
        rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 150.0, "jvm/thread-pool", 100.0))) {
      rounds.add(one);
      if (!one.contender().endsWith("pool")) {
        String name = one.contender().replace("jvm", "py");
        rounds.add(new Round(one.generation(), one.block(), name, one.wallNs() / 4, true));
      }
    }
    Comparison comparison = Comparison.of(rounds, entrants, 5);
    assertThat(comparison.leaders()).containsExactly("jvm/thread-pool", "py/threads");
    assertThat(comparison.placings()).extracting(Placing::rank).containsExactly(3, 2, 1, 2, 1);
    Placing slow = comparison.placing("py/sequential").orElseThrow();
    assertThat(Objects.requireNonNull(slow.versusLeader()).speedUp()).isEqualTo(0.75, within(0.02));
    assertThat(comparison.placing("py/threads").orElseThrow().versusLeader()).isNull();
  }

  @Test
  void a_control_has_no_rank_and_never_leads() {
    List<Entrant> entrants = List.of(entrant("jvm/sequential"), entrant("jvm/sequential#2"));
    Comparison comparison =
        Comparison.of(
            rounds(Map.of("jvm/sequential", 200.0, "jvm/sequential#2", 100.0)), entrants, 5);
    assertThat(comparison.leader()).isEqualTo("jvm/sequential");
    assertThat(comparison.placing("jvm/sequential#2").orElseThrow().rank()).isNull();
    assertThat(comparison.controlDiffers()).isTrue();
  }

  @Test
  void one_invalid_round_takes_its_whole_block_out() {
    List<Round> rounds =
        new ArrayList<>(rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0)));
    Round first = rounds.getFirst();
    rounds.set(
        0, new Round(first.generation(), first.block(), first.contender(), first.wallNs(), false));
    Comparison comparison = Comparison.of(rounds, ENTRANTS, 5);
    assertThat(comparison.invalidBlocks()).isEqualTo(1);
    assertThat(comparison.placing("jvm/threads").orElseThrow().rounds()).isEqualTo(14);
  }

  @Test
  void more_than_a_tenth_of_invalid_blocks_leaves_no_verdict() {
    List<Round> rounds =
        new ArrayList<>(
            rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0)).stream()
                .map(r ->
                    r.block() == 1
                        ? new Round(r.generation(), 1, r.contender(), r.wallNs(), false)
                        : r)
                .toList());
    Comparison comparison = Comparison.of(rounds, ENTRANTS, 5);
    assertThat(comparison.leader()).isNull();
    Placing threads = comparison.placing("jvm/threads").orElseThrow();
    assertThat(threads.verdict()).isEqualTo(Verdict.NONE);
    assertThat(threads.reason()).contains("3 of 15 blocks were invalid");
  }

  @Test
  void what_beats_physics_gets_no_verdict_and_does_not_lead() {
    List<Entrant> entrants =
        List.of(
            entrant("jvm/sequential"),
            new Entrant("jvm/threads", "jvm/sequential", false, 200e6, NO_LIMIT),
            new Entrant("jvm/thread-pool", "jvm/sequential", false, 0, 2));
    Comparison comparison =
        Comparison.of(
            rounds(Map.of("jvm/sequential", 300.0, "jvm/threads", 80.0, "jvm/thread-pool", 100.0)),
            entrants,
            5);
    assertThat(comparison.impossible()).containsExactly("jvm/threads", "jvm/thread-pool");
    assertThat(comparison.leader()).isEqualTo("jvm/sequential");
  }

  @Test
  void the_order_of_the_rounds_does_not_matter() {
    List<Round> rounds = rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0));
    assertThat(Comparison.of(rounds.reversed(), ENTRANTS, 5))
        .isEqualTo(Comparison.of(rounds, ENTRANTS, 5));
  }

  @Test
  void a_slower_host_changes_no_ratio() {
    List<Round> rounds = rounds(Map.of("jvm/sequential", 200.0, "jvm/threads", 100.0));
    List<Round> slower =
        rounds.stream()
            .map(r -> new Round(r.generation(), r.block(), r.contender(), r.wallNs() * 3, true))
            .toList();
    Effect before = effect(Comparison.of(rounds, ENTRANTS, 5).placing("jvm/threads").orElseThrow());
    Effect after = effect(Comparison.of(slower, ENTRANTS, 5).placing("jvm/threads").orElseThrow());
    assertThat(after.theta()).isEqualTo(before.theta(), within(1e-9));
  }

  @Test
  void a_single_contender_has_no_verdict() {
    Comparison comparison =
        Comparison.of(
            rounds(Map.of("jvm/sequential", 200.0)), List.of(entrant("jvm/sequential")), 5);
    assertThat(comparison.placings().getFirst().verdict()).isEqualTo(Verdict.NONE);
    assertThat(comparison.leader()).isEqualTo("jvm/sequential");
  }

  @Test
  void an_undecided_comparison_says_how_much_longer() {
    Effect effect = new Effect(0.02, -0.08, 0.12, 3, 15);
    assertThat(MoreTime.neededNs(effect, 5, 60_000_000_000L)).isGreaterThan(60_000_000_000L);
    assertThat(MoreTime.neededNs(new Effect(1, 0.99, 1.01, 3, 15), 5, 60)).isZero();
  }
}
