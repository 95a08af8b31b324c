package racecard.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.chart.ChoiceMap;
import racecard.view.chart.ChoiceMap.Look;
import racecard.view.chart.ChoiceMap.Square;
import racecard.view.chart.Scaling;
import racecard.view.run.Levels;
import racecard.view.run.RunParts;

/** Runs of several cells, with invented figures. */
final class LevelSamples {
  private static final List<Integer> IN_FLIGHT = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256);
  private static final String HREF = "/runs/s5c1l2ng?cell=1";

  private LevelSamples() {}

  static RunParts scaling() {
    return RunSamples.levels(
        new Levels(
            chart(IN_FLIGHT),
            List.of(),
            List.of(
                new RunParts.RuntimeLink("all levels", "/runs/s5c1l2ng", true),
                new RunParts.RuntimeLink("16 in flight", HREF, false))));
  }

  static RunParts few() {
    return RunSamples.levels(new Levels(chart(List.of(1, 2, 3)), List.of(), List.of()));
  }

  static RunParts map() {
    return RunSamples.levels(new Levels(null, List.of(choiceMap()), List.of()));
  }

  static Scaling chart(List<Integer> levels) {
    return new Scaling(
        "tasks in flight",
        levels.stream()
            .map(level ->
                new Scaling.Level(level, String.valueOf(level), HREF, level == 128 ? "failed" : ""))
            .toList(),
        List.of(
            line("jvm/virtual-threads", levels, 64, 16, 32),
            line("jvm/threads", levels, 58, 16, 32),
            line("jvm/thread-pool", levels, 57, 16, 32),
            line("jvm/process-pool", levels, 6, null, 4),
            line("jvm/sequential", levels, 1, null, 1)),
        levels.stream().map(level -> 50.0 * level).toList(),
        "linear from one after another",
        "5 %",
        "",
        "| tasks a second | 1 in flight |");
  }

  private static Scaling.Line line(
      String name, List<Integer> levels, double most, @Nullable Integer knee, int recommended) {
    List<Scaling.Point> points = new ArrayList<>();
    for (int level : levels) {
      double perSecond = 50 * (level * most / (level + most));
      if (level != 128) {
        points.add(
            new Scaling.Point(
                level,
                perSecond,
                perSecond * 0.96,
                perSecond * 1.05,
                ChartSamples.text("%.0f", perSecond),
                ChartSamples.text("%.0f", perSecond * 0.96)
                    + ChartSamples.text("–%.0f", perSecond * 1.05)));
      }
    }
    return new Scaling.Line(
        new Contender(name, name.substring("jvm/".length())), points, knee, recommended);
  }

  private static ChoiceMap choiceMap() {
    return new ChoiceMap(
        "",
        List.of("4", "16", "64", "256"),
        List.of(
            row("0 %", Look.TIED, Look.TIED, Look.CLEAR, Look.CLEAR),
            row("5 %", Look.TIED, Look.OPEN, Look.CLEAR, Look.CLEAR),
            row("20 %", Look.TIED, Look.CLEAR, Look.EMPTY, Look.TIED),
            row("50 %", Look.CLEAR, Look.OPEN, Look.EMPTY, Look.TIED),
            row("100 %", Look.CLEAR, Look.TIED, Look.TIED, Look.CLEAR)),
        List.of(
            new ChoiceMap.Winner(contender("virtual-threads"), 9),
            new ChoiceMap.Winner(contender("event-loop"), 5),
            new ChoiceMap.Winner(contender("thread-pool"), 4)),
        "5 %",
        "Of 20 squares virtual-threads leads in 9, event-loop leads in 5, thread-pool leads in 4.");
  }

  private static ChoiceMap.Row row(String share, Look... looks) {
    List<Square> squares = new ArrayList<>();
    for (Look look : looks) {
      squares.add(square(look, squares.size() + share.length()));
    }
    return new ChoiceMap.Row(share, squares);
  }

  private static Square square(Look look, int number) {
    List<String> names = List.of("virtual-threads", "event-loop", "thread-pool", "virtual-threads");
    boolean empty = look == Look.EMPTY;
    boolean alone = empty || look == Look.CLEAR;
    return new Square(
        look,
        empty ? null : contender(names.get(number % names.size())),
        alone ? List.of() : List.of(contender("threads"), contender("sequential")),
        look == Look.CLEAR ? "1.32×" : "",
        "20 % CPU, 16 in flight: " + (empty ? "not measured yet" : "virtual-threads"),
        empty ? null : HREF);
  }

  private static Contender contender(String strategy) {
    return new Contender("jvm/" + strategy, strategy);
  }
}
