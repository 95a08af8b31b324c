package racecard.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.statistics.Comparison;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;

/** Makes choice maps of what each cell's comparison says. */
final class MapMaking {
  private MapMaking() {}

  /** A map of each runtime that is compared by itself, else one. */
  static List<ChoiceMap> of(Levels levels, List<CellResult> cells) {
    List<String> runtimes =
        cells.stream()
            .flatMap(cell -> cell.compared().stream())
            .map(Compared::runtime)
            .distinct()
            .toList();
    return (runtimes.isEmpty() ? List.of("") : runtimes)
        .stream().map(runtime -> of(levels, runtime, cells)).toList();
  }

  private static ChoiceMap of(Levels levels, String runtime, List<CellResult> cells) {
    return new ChoiceMap(
        runtime,
        levels.cpuPercent(),
        levels.inFlight(),
        cells.stream().map(cell -> square(cell, runtime)).toList());
  }

  private static ChoiceMap.Square square(CellResult cell, String runtime) {
    Comparison comparison =
        cell.compared().stream()
            .filter(one -> one.runtime().equals(runtime))
            .map(one -> one.assessment().comparison())
            .findFirst()
            .orElse(null);
    String leader = comparison == null ? null : comparison.leader();
    List<Placing> rivals = rivals(comparison, leader);
    List<String> tied = those(rivals, Beside.TIED);
    List<String> open = those(rivals, Beside.OPEN);
    return new ChoiceMap.Square(
        cell.number(),
        (int) cell.plan().parameters().number("cpu_percent"),
        cell.plan().inFlight(),
        cell.state(),
        win(leader, tied, open),
        leader,
        tied,
        open,
        ahead(rivals).stream().boxed().findFirst().orElse(null));
  }

  private static List<Placing> rivals(@Nullable Comparison comparison, @Nullable String leader) {
    return comparison == null || leader == null
        ? List.of()
        : comparison.ranking().stream().filter(one -> !one.name().equals(leader)).toList();
  }

  private static List<String> those(List<Placing> rivals, Beside beside) {
    return rivals.stream()
        .filter(one -> Beside.of(one.versusLeaderVerdict()) == beside)
        .map(Placing::name)
        .toList();
  }

  /** How a contender stands to the leader. */
  private enum Beside {
    TIED,
    OPEN,
    BEATEN;

    /** Slower is beaten, however little: what the interval rules out is that it is as fast. */
    static Beside of(@Nullable Verdict verdict) {
      return switch (verdict) {
        case TIED -> TIED;
        case SLOWER, SLIGHTLY_SLOWER -> BEATEN;
        case BASELINE, FASTER, SLIGHTLY_FASTER, UNDECIDED, NONE -> OPEN;
        case null -> OPEN;
      };
    }
  }

  private static ChoiceMap.Win win(@Nullable String leader, List<String> tied, List<String> open) {
    if (leader == null) {
      return ChoiceMap.Win.NONE;
    }
    if (!tied.isEmpty()) {
      return ChoiceMap.Win.TIED;
    }
    return open.isEmpty() ? ChoiceMap.Win.CLEAR : ChoiceMap.Win.OPEN;
  }

  private static OptionalDouble ahead(List<Placing> rivals) {
    return rivals.stream()
        .filter(one -> Beside.of(one.versusLeaderVerdict()) == Beside.BEATEN)
        .flatMap(one -> Optional.ofNullable(one.versusLeader()).stream())
        .filter(Objects::nonNull)
        .mapToDouble(Effect::theta)
        .map(theta -> Math.exp(-theta))
        .min();
  }
}
