package racecard.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.run.RequestCheck;

/** Reads what a run in a file varied; an older file does not say, and had one cell. */
final class LevelsReader {
  private LevelsReader() {}

  /** Levels whose first cell is {@code plan}. */
  static Levels read(Spot run, Plan plan) {
    return Objects.requireNonNullElse(
        run.orNull("levels", spot -> read(spot, plan, levels(spot, plan))), Levels.NONE);
  }

  private static Levels levels(Spot spot, Plan plan) {
    return new Levels(
        rising(spot, "in_flight", 1, plan.tasks()),
        rising(spot, "tasks", 1, RequestCheck.MAX_TASKS),
        rising(spot, "cpu_percent", 0, 100));
  }

  private static Levels read(Spot spot, Plan plan, Levels levels) {
    boolean one = levels.inFlight().isEmpty() != levels.tasks().isEmpty();
    boolean map = levels.map() && plan.workload() == Workload.MIXED;
    if (!one || (levels.map() && (!map || levels.inFlight().isEmpty()))) {
      throw spot.wrong(
          "must be of in_flight or of tasks; with cpu_percent of in_flight, for mixed");
    }
    if (levels.count() > Levels.MOST_CELLS) {
      throw spot.wrong("must make at most %d cells".formatted(Levels.MOST_CELLS));
    }
    if (!levels.cells(plan).getFirst().equals(plan)) {
      throw spot.wrong("must begin with the levels of the plan");
    }
    return levels;
  }

  private static List<Integer> rising(Spot spot, String name, int min, int max) {
    List<Integer> numbers = new ArrayList<>();
    List<Spot> given =
        Objects.requireNonNullElse(
            spot.orNull(name, one -> one.each(Levels.FEWEST, Levels.MOST)), List.of());
    for (Spot level : given) {
      int least = numbers.isEmpty() ? min : numbers.getLast() + 1;
      numbers.add(Math.toIntExact(level.whole(least, max)));
    }
    return numbers;
  }
}
