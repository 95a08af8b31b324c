package racecard.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import racecard.report.Failure;
import racecard.report.RunReport;
import racecard.report.Sweep;
import racecard.statistics.Scaling;

/** One cell of a run of several: its levels and all that was measured there. */
record CellJson(
    int cell,
    Map<String, Long> levels,
    String state,
    String answer,
    @Nullable String leader,
    @Nullable String grade,
    List<RunJson.WarningJson> warnings,
    List<ContenderJson> contenders,
    List<RateJson> rates,
    @Nullable Failure failure) {

  /** How many tasks a second a contender executes in a cell, and what its whole line comes to. */
  private record RateJson(
      String name,
      double perSecond,
      @Nullable Double low,
      @Nullable Double high,
      boolean knee,
      boolean recommended) {}

  static CellJson of(Sweep.Cell cell, RunReport report, Sweep sweep) {
    return new CellJson(
        cell.number(),
        levels(cell, sweep),
        cell.state().id(),
        report.answer().text(),
        cell.leader(),
        cell.grade(),
        RunJson.warnings(report.assessment()),
        report.contenders().stream().map(ContenderJson::of).toList(),
        sweep.lines().stream().flatMap(line -> rate(line, cell.number()).stream()).toList(),
        cell.failure());
  }

  private static SequencedMap<String, Long> levels(Sweep.Cell cell, Sweep sweep) {
    SequencedMap<String, Long> levels = new LinkedHashMap<>();
    for (String name : sweep.levels().request().keySet()) {
      levels.put(
          name,
          switch (name) {
            case "in_flight" -> (long) cell.plan().inFlight();
            case "tasks" -> (long) cell.plan().tasks();
            default -> cell.plan().parameters().number(name);
          });
    }
    return levels;
  }

  private static List<RateJson> rate(Sweep.Line line, int cell) {
    Scaling scaling = line.scaling();
    return line.points().stream()
        .filter(point -> point.cell() == cell)
        .map(point ->
            new RateJson(
                line.contender(),
                point.perSecond(),
                point.low(),
                point.high(),
                scaling != null && Integer.valueOf(point.level()).equals(scaling.knee()),
                scaling != null && scaling.recommended() == point.level()))
        .toList();
  }
}
