package racecard.web.page.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.report.ChoiceMap.Square;
import racecard.report.Figures;
import racecard.report.Names;
import racecard.report.Sweep;
import racecard.view.Contender;
import racecard.view.chart.ChoiceMap;

/** One choice map as it is drawn. */
final class MapView {
  private final Sweep sweep;
  private final racecard.report.ChoiceMap map;
  private final Names names;
  private final @Nullable String path;

  private MapView(Sweep sweep, racecard.report.ChoiceMap map, @Nullable String path) {
    this.sweep = sweep;
    this.map = map;
    this.names = map.runtime().isEmpty() ? Names.of(sweep.run().contenders()) : new Names(false);
    this.path = path;
  }

  static ChoiceMap of(Sweep sweep, racecard.report.ChoiceMap map, @Nullable String path) {
    return new MapView(sweep, map, path).view();
  }

  private ChoiceMap view() {
    return new ChoiceMap(
        map.runtime(),
        map.inFlight().stream().map(Figures::count).toList(),
        map.cpuPercent().stream().map(this::row).toList(),
        winners(),
        Figures.margin(sweep.run().plan().marginPercent()),
        summary());
  }

  private ChoiceMap.Row row(int cpu) {
    return new ChoiceMap.Row(
        cpu + " %",
        map.inFlight().stream().map(flight -> square(map.at(cpu, flight).orElseThrow())).toList());
  }

  private ChoiceMap.Square square(Square square) {
    String leader = square.leader();
    Double ahead = square.ahead();
    boolean clear = square.win() == racecard.report.ChoiceMap.Win.CLEAR;
    return new ChoiceMap.Square(
        look(square),
        leader == null ? null : contender(leader),
        square.others().stream().map(this::contender).toList(),
        clear && ahead != null ? Figures.ratio(ahead) + "×" : "",
        words(square),
        path == null ? null : CellLinks.href(path, sweep.run(), square.cell()));
  }

  private static ChoiceMap.Look look(Square square) {
    return switch (square.win()) {
      case CLEAR -> ChoiceMap.Look.CLEAR;
      case TIED -> ChoiceMap.Look.TIED;
      case OPEN -> ChoiceMap.Look.OPEN;
      case NONE -> ChoiceMap.Look.EMPTY;
    };
  }

  /** As {@code 20 % CPU, 16 in flight: threads, tied with event-loop}. */
  private String words(Square square) {
    String where = "%d %% CPU, %s in flight: ".formatted(square.cpuPercent(), square.inFlight());
    String leader = square.leader();
    if (leader == null) {
      return where + state(square);
    }
    return where
        + names.label(leader)
        + switch (square.win()) {
          case CLEAR -> clear(square.ahead());
          case TIED -> ", tied with " + names.list(square.tied()) + open(square.open());
          case OPEN -> " ahead" + open(square.open());
          case NONE -> "";
        };
  }

  private String open(List<String> open) {
    return open.isEmpty() ? "" : ", not told apart from " + names.list(open);
  }

  private static String clear(@Nullable Double ahead) {
    return ahead == null ? "" : ", %s times as fast as the next".formatted(Figures.ratio(ahead));
  }

  private static String state(Square square) {
    return switch (square.state()) {
      case QUEUED -> "not measured yet";
      case RUNNING, STOPPING -> "being measured";
      case DONE -> "no verdict";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  private List<ChoiceMap.Winner> winners() {
    Map<String, Integer> led = new LinkedHashMap<>();
    map.squares().stream()
        .map(Square::leader)
        .filter(Objects::nonNull)
        .forEach(leader -> led.merge(leader, 1, Integer::sum));
    return led.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(one -> new ChoiceMap.Winner(contender(one.getKey()), one.getValue()))
        .toList();
  }

  private String summary() {
    List<ChoiceMap.Winner> winners = winners();
    if (winners.isEmpty()) {
      return "No square has a winner.";
    }
    return winners.stream()
        .map(winner -> "%s leads in %d".formatted(winner.contender().label(), winner.squares()))
        .collect(Collectors.joining(", ", "Of %d squares ".formatted(map.squares().size()), "."));
  }

  private Contender contender(String name) {
    return new Contender(name, names.label(name));
  }
}
