package racecard.run;

import java.util.List;
import racecard.catalog.Levels;
import racecard.catalog.Workload;

/** Reads the levels of a request: of in flight, of tasks, or of CPU share and in flight. */
final class LevelCheck {
  private static final String LEVELS = "levels";
  private static final String IN_FLIGHT = "in_flight";
  private static final String TASKS = "tasks";
  private static final String CPU_PERCENT = "cpu_percent";

  private final Workload workload;
  private final Fields fields;
  private final Fields levels;

  private LevelCheck(Workload workload, Fields fields) {
    this.workload = workload;
    this.fields = fields;
    this.levels = fields.inner(LEVELS);
  }

  /** None when the request has none, or wrong ones. */
  static Levels of(Workload workload, Fields params, Fields fields) {
    LevelCheck check = new LevelCheck(workload, fields);
    Levels read = check.read();
    check.refuseTwice(read, params);
    check.levels.refuseOthers();
    return check.sound(read) ? read : Levels.NONE;
  }

  private Levels read() {
    return new Levels(
        several(IN_FLIGHT, 1, RequestCheck.MAX_TASKS),
        several(TASKS, 1, RequestCheck.MAX_TASKS),
        several(CPU_PERCENT, 0, 100));
  }

  private List<Integer> several(String name, int min, int max) {
    if (!levels.has(name)) {
      return List.of();
    }
    List<Integer> numbers = levels.numbers(name, min, max).stream().sorted().distinct().toList();
    if (levels.right(name) && (numbers.size() < Levels.FEWEST || numbers.size() > Levels.MOST)) {
      levels.wrong(name, "must be %d to %d different levels".formatted(Levels.FEWEST, Levels.MOST));
    }
    return numbers;
  }

  /** What varies cannot have one value too. */
  private void refuseTwice(Levels read, Fields params) {
    refuseTwice(read.inFlight(), fields, IN_FLIGHT);
    refuseTwice(read.tasks(), fields, TASKS);
    refuseTwice(read.cpuPercent(), params, CPU_PERCENT);
  }

  private static void refuseTwice(List<Integer> varied, Fields where, String name) {
    if (!varied.isEmpty() && where.has(name)) {
      where.wrong(name, "must be left out where levels.%s is given".formatted(name));
    }
  }

  private boolean sound(Levels read) {
    if (!read.tasks().isEmpty() && !read.inFlight().isEmpty()) {
      fields.wrong(LEVELS, "must be of in_flight or of tasks, not of both");
    }
    if (read.map() && workload != Workload.MIXED) {
      levels.wrong(CPU_PERCENT, "is for the workload mixed alone");
    } else if (read.map() && read.inFlight().isEmpty()) {
      levels.wrong(CPU_PERCENT, "needs levels of in_flight beside it");
    }
    if (read.count() > Levels.MOST_CELLS) {
      fields.wrong(
          LEVELS, "must make at most %d cells, not %d".formatted(Levels.MOST_CELLS, read.count()));
    }
    return !read.none() && fields.allRight(LEVELS);
  }
}
