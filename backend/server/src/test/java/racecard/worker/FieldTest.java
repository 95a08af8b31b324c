package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.catalog.ContenderName.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.statistics.Entrant;

/** Who takes part, in which order, and what nobody can beat. */
final class FieldTest {
  private static final String[] NAMES = {
    "jvm/sequential", "jvm/threads", "jvm/processes", "jvm/sequential#2"
  };
  private static final CellRecord NOTHING = new CellRecord(List.of(), List.of());

  @Test
  void the_order_of_a_block_is_drawn_again_as_it_was_and_is_fair() {
    Plan plan = AtWork.plan(Workload.SLEEP, Map.of(), 10, NAMES);
    Map<List<ContenderName>, Integer> seen = new HashMap<>();
    for (int block = 1; block <= 2_400; block++) {
      List<ContenderName> order = BlockOrder.of(plan, 1 + block / 100, block % 100);
      assertThat(order).isEqualTo(BlockOrder.of(plan, 1 + block / 100, block % 100));
      assertThat(order).containsExactlyInAnyOrderElementsOf(plan.contenders());
      seen.merge(order, 1, Integer::sum);
    }
    assertThat(seen).hasSize(24);
    assertThat(seen.values()).allSatisfy(times -> assertThat(times).isBetween(50, 160));
  }

  @Test
  void without_its_baseline_the_first_that_takes_part_stands_in() {
    Field field = new Field(AtWork.plan(Workload.POWER, Map.of(), 10, NAMES));
    assertThat(field.baselineOf(parse("jvm/processes"))).hasToString("jvm/sequential");
    field.leave(parse("jvm/sequential"));
    assertThat(field.baselineOf(parse("jvm/processes"))).hasToString("jvm/threads");
    assertThat(field.entrants(new Physics(power(), 2), NOTHING))
        .extracting(Entrant::name)
        .containsExactly("jvm/threads", "jvm/processes", "jvm/sequential#2");
  }

  @Test
  void work_that_computes_is_limited_by_the_cores_against_its_own_sequential() {
    Field field = new Field(power());
    List<Entrant> entrants = field.entrants(new Physics(power(), 2), NOTHING);
    assertThat(entrants).allSatisfy(entrant -> assertThat(entrant.limitNs()).isZero());
    assertThat(entrants)
        .extracting(Entrant::mostSpeedUp)
        .containsExactly(Double.POSITIVE_INFINITY, 2.0, 2.0, 2.0);
  }

  @Test
  void work_that_waits_is_limited_by_its_waits() {
    Plan sleep = AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 20L), 10, NAMES);
    Physics physics = new Physics(sleep, 2);
    assertThat(physics.limitNs(parse("jvm/sequential"))).isEqualTo(200e6);
    assertThat(physics.limitNs(parse("jvm/threads"))).isEqualTo(20e6);
    assertThat(physics.mostSpeedUp(parse("jvm/threads"), parse("jvm/sequential"))).isInfinite();
  }

  @Test
  void downloads_are_limited_by_the_delays_that_are_really_drawn() {
    Plan fetch =
        AtWork.plan(
            Workload.FETCH,
            Map.of("delay_ms", 10L, "jitter_ms", 10L, "urls_per_task", 2L),
            3,
            NAMES);
    List<Double> tasks = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      tasks.add(
          Physics.delayNs(fetch, OriginRule.path(task, 0))
              + Physics.delayNs(fetch, OriginRule.path(task, 1)));
    }
    Physics physics = new Physics(fetch, 2);
    assertThat(physics.limitNs(parse("jvm/threads")))
        .isEqualTo(tasks.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    assertThat(physics.limitNs(parse("jvm/sequential")))
        .isEqualTo(tasks.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Plan power() {
    return AtWork.plan(Workload.POWER, Map.of(), 10, NAMES);
  }
}
