package racecard.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlanJsonTest {
  @Test
  void a_plan_comes_back_as_it_was() {
    Plan plan =
        new Plan(
            Parameters.of(Workload.POWER, Map.of("exponent", 3L)),
            10,
            4,
            List.of(ContenderName.parse("jvm/sequential"), ContenderName.parse("jvm/sequential#2")),
            null,
            Precision.QUICK,
            5,
            120,
            9_007_199_254_740_991L,
            List.of());
    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
  }

  @Test
  void a_plan_of_further_generations_says_whom_they_measure_alone() {
    List<ContenderName> all =
        List.of(ContenderName.parse("jvm/sequential"), ContenderName.parse("jvm/threads"));
    Plan plan =
        new Plan(
            Parameters.of(Workload.SLEEP, Map.of()),
            1,
            1,
            all,
            null,
            Precision.QUICK,
            5,
            120,
            0,
            List.of());
    assertThat(PlanJson.write(plan)).doesNotContain("alone");
    assertThat(plan.measured()).isEqualTo(all);
    Plan further = plan.alone(all.subList(1, 2));
    assertThat(PlanJson.read(PlanJson.write(further))).isEqualTo(further);
    assertThat(further.measured()).containsExactly(all.get(1));
    assertThatThrownBy(() -> plan.alone(List.of(ContenderName.parse("jvm/thread-pool"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_plan_that_profiles_says_so_and_whom() {
    List<ContenderName> all =
        List.of(ContenderName.parse("jvm/sequential"), ContenderName.parse("jvm/threads"));
    Plan plan =
        new Plan(
            Parameters.of(Workload.SLEEP, Map.of()),
            1,
            1,
            all,
            null,
            Precision.QUICK,
            5,
            120,
            0,
            List.of());
    assertThat(PlanJson.write(plan)).doesNotContain("profiles");
    Plan profiling = plan.profiling(all.subList(1, 2));
    assertThat(PlanJson.read(PlanJson.write(profiling))).isEqualTo(profiling);
    assertThat(profiling.profiles()).isTrue();
    assertThat(profiling.measured()).containsExactly(all.get(1));
    assertThat(profiling.alone(List.of())).isEqualTo(plan);
  }

  @Test
  void a_plan_with_own_urls_and_a_baseline_comes_back_as_it_was() {
    Plan plan =
        new Plan(
            new Parameters(
                Workload.FETCH, new LinkedHashMap<>(), List.of("http://example.org/a?b=c")),
            1,
            1,
            List.of(ContenderName.parse("jvm/threads")),
            ContenderName.parse("jvm/threads"),
            Precision.CAREFUL,
            1,
            600,
            0,
            List.of(new Target("192.0.2.1", 80, "example.org", "/a?b=c")));
    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
  }

  @Test
  void parameters_outside_their_limits_cannot_exist() {
    assertThatThrownBy(() -> Parameters.of(Workload.POWER, Map.of("exponent", 5_000_001L)))
        .hasMessage("exponent must be 1 to 5,000,000");
    assertThatThrownBy(() -> Parameters.of(Workload.POWER, Map.of("delay_ms", 1L)))
        .hasMessageContaining("unknown parameter");
  }

  @Test
  void a_contender_is_named_by_runtime_and_strategy_and_perhaps_a_copy() {
    assertThat(ContenderName.find("jvm/event-loop#2"))
        .hasValue(new ContenderName("jvm", "event-loop", 2));
    assertThat(ContenderName.parse("cpython-3.11/asyncio")).hasToString("cpython-3.11/asyncio");
    assertThat(ContenderName.find("jvm")).isEmpty();
    assertThat(ContenderName.find("jvm/threads#1")).isEmpty();
    assertThat(ContenderName.find("<script>/x")).isEmpty();
  }
}
