package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import racecard.view.Contender;
import racecard.view.chart.Timeline.Group;
import racecard.view.chart.Timeline.Lane;
import racecard.view.chart.TimelinePlot.Panel;
import racecard.view.chart.TimelinePlot.Strip;

final class TimelinePlotTest {
  private static final Contender THREADS = new Contender("jvm/threads", "threads");

  private static Group group(double wallNs, List<Lane> lanes) {
    return new Group(THREADS, wallNs, lanes);
  }

  private static List<Lane> oneAfterAnother(int tasks, double taskNs) {
    return IntStream.range(0, tasks)
        .mapToObj(i -> new Lane(0, i * taskNs, (i + 1) * taskNs, List.of()))
        .toList();
  }

  private static List<Lane> together(int tasks, double taskNs) {
    return IntStream.range(0, tasks).mapToObj(i -> new Lane(0, 0, taskNs, List.of())).toList();
  }

  private static List<Panel> panels(Group... groups) {
    return TimelinePlot.of(new Timeline(List.of(groups), "", "")).groups().getFirst().rows();
  }

  private static Strip first(Group... groups) {
    return panels(groups).getFirst().strips().getFirst();
  }

  @Test
  void tasks_one_after_another_are_said_to_be_so() {
    assertThat(first(group(10, oneAfterAnother(10, 1))).summary()).isEqualTo("one at a time");
  }

  @Test
  void tasks_at_once_are_counted() {
    assertThat(first(group(1, together(10, 1))).summary()).isEqualTo("all 10 at once");
    List<Lane> pairs =
        List.of(
            new Lane(0, 0, 1, List.of()),
            new Lane(0, 0, 1, List.of()),
            new Lane(0, 1, 2, List.of()));
    assertThat(first(group(2, pairs)).summary()).isEqualTo("up to 2 of 3 at once");
  }

  @Test
  void a_lane_is_drawn_from_start_to_end_with_its_waiting_and_steps() {
    Strip strip = first(group(2e9, List.of(new Lane(0, 1e9, 2e9, List.of(1.5e9, 2e9)))));
    assertThat(strip.waiting()).isEqualTo("M0 0h1000v3h-1000z");
    assertThat(strip.running()).isEqualTo("M1000 0h1000v3h-1000z");
    assertThat(strip.steps()).isEqualTo("M1500 0v3M2000 0v3");
  }

  @Test
  void the_shortest_task_is_still_to_be_seen() {
    Strip strip = first(group(10e9, List.of(new Lane(0, 0, 1, List.of()))));
    assertThat(strip.running()).isEqualTo("M0 0h3v3h-3z");
  }

  @Test
  void the_quick_ones_are_drawn_enlarged() {
    List<Panel> panels = panels(group(31e9, together(1, 31e9)), group(0.2e9, together(10, 0.2e9)));
    assertThat(panels)
        .extracting(Panel::title)
        .containsExactly("The quick ones, enlarged 155 times", "The slow ones");
    assertThat(panels).allMatch(panel -> panel.strips().size() == 1);
    assertThat(panels.getFirst().axis().toNs()).isEqualTo(0.2e9);
  }

  @Test
  void contenders_of_similar_length_are_drawn_once() {
    assertThat(panels(group(2e9, together(1, 2e9)), group(1e9, together(1, 1e9)))).hasSize(1);
  }

  @Test
  void a_hundred_lanes_are_not_much_higher_than_fifty() {
    assertThat(first(group(1, together(100, 1))).height()).isLessThanOrEqualTo(120);
  }

  @Test
  void a_contender_without_lanes_does_no_harm() {
    assertThat(first(group(1e9, List.of())).running()).isEmpty();
  }
}
