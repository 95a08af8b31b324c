package racecard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Precision;

/** Requests that ask for several levels. */
final class LevelCheckTest {
  private final RequestCheck check =
      new RequestCheck(Catalog.ofJvm(), UrlPolicy.none(), () -> 42, 2);

  private static Map<String, Object> request(String workload, Map<String, ?> levels) {
    return new HashMap<>(Map.of("workload", workload, "levels", levels));
  }

  private CheckedRequest.Accepted accepted(Map<String, ?> request) {
    return (CheckedRequest.Accepted) check.check(request);
  }

  private List<FieldError> errors(Map<String, ?> request) {
    return ((CheckedRequest.Refused) check.check(request)).errors();
  }

  @Test
  void levels_are_sorted_and_a_round_has_as_many_tasks_as_the_largest_needs() {
    CheckedRequest.Accepted accepted =
        accepted(request("sleep", Map.of("in_flight", List.of(32, 1, 8, 8))));
    assertThat(accepted.levels()).isEqualTo(new Levels(List.of(1, 8, 32), List.of(), List.of()));
    assertThat(accepted.plan().tasks()).isEqualTo(32);
    assertThat(accepted.plan().inFlight()).isEqualTo(1);
    assertThat(accepted.plan().precision()).isEqualTo(Precision.QUICK);
    assertThat(accepted.cells()).extracting(Plan::inFlight).containsExactly(1, 32, 8);
  }

  @Test
  void a_map_measures_few_contenders_unless_others_are_named() {
    CheckedRequest.Accepted accepted =
        accepted(
            request("mixed", Map.of("cpu_percent", List.of(0, 100), "in_flight", List.of(4, 16))));
    assertThat(accepted.plan().contenders())
        .extracting(ContenderName::strategy)
        .containsExactly("threads", "thread-pool", "virtual-threads", "event-loop");
    assertThat(accepted.plan().baseline()).hasToString("jvm/threads");
    assertThat(accepted.cells()).hasSize(4);
    assertThat(accepted.plan().parameters().number("cpu_percent")).isZero();
  }

  @Test
  void all_that_is_wrong_with_levels_is_named_at_once() {
    Map<String, Object> request =
        request(
            "mixed",
            Map.of("in_flight", List.of(0, "x", 4, 8), "cpu_percent", List.of(50), "depth", 1));
    request.put("in_flight", 3);
    request.put("params", Map.of("cpu_percent", 10));
    assertThat(errors(request))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "levels.in_flight[0]",
            "levels.in_flight[1]",
            "levels.cpu_percent",
            "levels.depth",
            "in_flight",
            "params.cpu_percent");
  }

  @Test
  void one_level_is_none_and_more_than_twelve_are_too_many() {
    String message = "must be 2 to 12 different levels";
    assertThat(errors(request("sleep", Map.of("in_flight", List.of(4, 4)))))
        .containsExactly(new FieldError("levels.in_flight", message));
    List<Integer> many = IntStream.rangeClosed(1, 13).boxed().toList();
    assertThat(errors(request("sleep", Map.of("tasks", many))))
        .containsExactly(new FieldError("levels.tasks", message));
  }

  @Test
  void a_map_has_at_most_sixty_four_cells() {
    List<Integer> nine = IntStream.rangeClosed(1, 9).boxed().toList();
    assertThat(errors(request("mixed", Map.of("cpu_percent", nine, "in_flight", nine))))
        .containsExactly(new FieldError("levels", "must make at most 64 cells, not 81"));
  }

  @Test
  void what_cannot_vary_together_is_refused() {
    assertThat(errors(request("sleep", Map.of("tasks", List.of(1, 2), "in_flight", List.of(1, 2)))))
        .extracting(FieldError::field)
        .containsExactly("levels");
    assertThat(
            errors(
                request("sleep", Map.of("cpu_percent", List.of(1, 2), "in_flight", List.of(1, 2)))))
        .containsExactly(new FieldError("levels.cpu_percent", "is for the workload mixed alone"));
    assertThat(errors(request("mixed", Map.of("cpu_percent", List.of(1, 2)))))
        .containsExactly(
            new FieldError("levels.cpu_percent", "needs levels of in_flight beside it"));
  }

  @Test
  void more_in_flight_than_tasks_are_refused() {
    Map<String, Object> request = request("sleep", Map.of("in_flight", List.of(1, 16)));
    request.put("tasks", 10);
    assertThat(errors(request))
        .containsExactly(
            new FieldError("levels.in_flight", "must be at most the 10 tasks of a round"));
  }

  @Test
  void fewer_in_flight_than_all_tasks_needs_more_than_one_task_at_every_level() {
    Map<String, Object> one = request("sleep", Map.of("tasks", List.of(1, 10, 100)));
    assertThat(accepted(one).cells()).extracting(Plan::inFlight).containsExactly(1, 100, 10);
    one.put("in_flight", 1);
    assertThat(errors(one))
        .containsExactly(
            new FieldError(
                "in_flight", "must be left out where levels.tasks has 1, which is all of them"));
    Map<String, Object> two = request("sleep", Map.of("tasks", List.of(2, 10, 100)));
    two.put("in_flight", 1);
    assertThat(accepted(two).cells()).extracting(Plan::inFlight).containsOnly(1);
  }

  @Test
  void runs_with_equal_levels_are_the_same_experiment_and_others_are_not() {
    CheckedRequest.Accepted one =
        accepted(request("sleep", Map.of("in_flight", List.of(1, 8, 16))));
    CheckedRequest.Accepted same =
        accepted(request("sleep", Map.of("in_flight", List.of(16, 8, 1))));
    CheckedRequest.Accepted other =
        accepted(request("sleep", Map.of("in_flight", List.of(1, 4, 16))));
    assertThat(Experiment.of(one.plan(), one.levels()))
        .isEqualTo(Experiment.of(same.plan(), same.levels()))
        .isNotEqualTo(Experiment.of(other.plan(), other.levels()))
        .isNotEqualTo(Experiment.of(one.plan(), Levels.NONE));
  }
}
