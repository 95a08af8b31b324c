package racecard.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LevelsTest {
  private static Plan plan(int tasks, int inFlight) {
    return new Plan(
        Parameters.of(Workload.MIXED, Map.of("cpu_percent", 0L)),
        tasks,
        inFlight,
        List.of(ContenderName.parse("jvm/threads")),
        null,
        Precision.QUICK,
        5,
        120,
        1,
        List.of());
  }

  private static Levels inFlight(Integer... levels) {
    return new Levels(List.of(levels), List.of(), List.of());
  }

  @Test
  void a_run_without_levels_has_one_cell_its_plan() {
    assertThat(Levels.NONE.cells(plan(10, 5))).containsExactly(plan(10, 5));
    assertThat(Levels.NONE.count()).isEqualTo(1);
  }

  @Test
  void both_ends_are_measured_first_then_what_is_farthest_from_all_before() {
    assertThat(inFlight(1, 2, 4, 8, 16).cells(plan(16, 1)))
        .extracting(Plan::inFlight)
        .containsExactly(1, 16, 4, 2, 8);
  }

  @Test
  void a_map_begins_with_its_corners_and_its_middle() {
    Levels map = new Levels(List.of(1, 4, 16), List.of(), List.of(0, 10, 20, 50, 100));
    List<String> order = map.cells(plan(16, 1)).stream().map(map::words).toList();
    assertThat(order.subList(0, 4))
        .containsExactlyInAnyOrder(
            "0 % CPU, 1 in flight",
            "100 % CPU, 16 in flight", "0 % CPU, 16 in flight", "100 % CPU, 1 in flight");
    assertThat(order.get(4)).isEqualTo("20 % CPU, 4 in flight");
    assertThat(order).hasSize(15).doesNotHaveDuplicates();
  }

  @Test
  void the_first_cell_has_the_lowest_levels() {
    Levels map = new Levels(List.of(2, 4), List.of(), List.of(10, 20));
    Plan first = plan(8, 2).with("cpu_percent", 10);
    assertThat(map.cells(first).getFirst()).isEqualTo(first);
  }

  @Test
  void all_tasks_in_flight_stay_all_in_flight_and_fewer_stay_fewer() {
    Levels tasks = new Levels(List.of(), List.of(10, 100), List.of());
    assertThat(tasks.cells(plan(10, 10))).extracting(Plan::inFlight).containsExactly(10, 100);
    assertThat(tasks.cells(plan(10, 4))).extracting(Plan::inFlight).containsExactly(4, 4);
    assertThat(tasks.cells(plan(10, 4))).extracting(Plan::tasks).containsExactly(10, 100);
  }

  @Test
  void sixty_four_cells_are_each_measured_once() {
    List<Integer> eight = IntStream.range(1, 9).boxed().toList();
    assertThat(new Levels(eight, List.of(), eight).cells(plan(8, 1)))
        .hasSize(64)
        .doesNotHaveDuplicates();
  }

  @Test
  void levels_are_read_as_they_were_written() {
    Levels map = new Levels(List.of(1, 4), List.of(), List.of(0, 100));
    assertThat(LevelsJson.read(LevelsJson.write(map))).isEqualTo(map);
    assertThat(LevelsJson.write(Levels.NONE)).isNull();
    assertThat(LevelsJson.read(null)).isEqualTo(Levels.NONE);
  }
}
