package racecard.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Workload;

/** What a person may not have meant, though it can be measured. */
final class Doubts {
  // The longest round the worker measures; a longer one is skipped.
  private static final long LONGEST_ROUND_MS = 20_000;
  private static final double LONG_MIN = 10;
  private static final double LONG_LEVELS_MIN = 30;

  private Doubts() {}

  static List<FieldError> about(Plan plan, Levels levels, int cores) {
    List<FieldError> doubts = new ArrayList<>();
    evenBase(plan, doubts);
    List<Plan> cells = levels.cells(plan);
    sequentialTooLong(Collections.max(cells, Comparator.comparingInt(Plan::tasks)), doubts);
    alone(plan, doubts);
    if (levels.none()) {
      tooManyContenders(plan, cores, doubts);
    } else {
      tooManyCells(cells, cores, doubts);
    }
    return doubts;
  }

  private static void evenBase(Plan plan, List<FieldError> doubts) {
    if (plan.workload() == Workload.POWER && plan.parameters().number("base") % 2 == 0) {
      doubts.add(
          new FieldError(
              "params.base",
              "an even base is less work than it seems: the JVM shifts powers of two out; take an odd one"));
    }
  }

  private static void sequentialTooLong(Plan plan, List<FieldError> doubts) {
    long roundMs = plan.tasks() * waitingMs(plan);
    boolean sequential = plan.contenders().stream().anyMatch(ContenderName::isSequential);
    if (sequential && roundMs > LONGEST_ROUND_MS) {
      doubts.add(
          new FieldError(
              "contenders",
              String.format(
                  Locale.ROOT,
                  "one after another would take %,d s a round and will be skipped (the limit is 20 s)",
                  roundMs / 1_000)));
    }
  }

  private static void alone(Plan plan, List<FieldError> doubts) {
    if (plan.contenders().size() == 1) {
      doubts.add(
          new FieldError("contenders", "a single contender is measured but compared with nothing"));
    }
  }

  private static void tooManyContenders(Plan plan, int cores, List<FieldError> doubts) {
    double minutes = Estimate.seconds(plan, cores) / 60;
    if (minutes > LONG_MIN) {
      doubts.add(
          new FieldError(
              "contenders",
              String.format(
                  Locale.ROOT,
                  "%d contenders take at least %,.0f min; fewer of them, fewer tasks or less work take less",
                  plan.contenders().size(),
                  minutes)));
    }
  }

  private static void tooManyCells(List<Plan> cells, int cores, List<FieldError> doubts) {
    double minutes = cells.stream().mapToDouble(cell -> Estimate.seconds(cell, cores)).sum() / 60;
    if (minutes > LONG_LEVELS_MIN) {
      doubts.add(
          new FieldError(
              "levels",
              String.format(
                  Locale.ROOT,
                  "%d cells take at least %,.0f min; fewer levels, contenders or tasks take less",
                  cells.size(),
                  minutes)));
    }
  }

  private static long waitingMs(Plan plan) {
    return switch (plan.workload()) {
      case FETCH ->
          plan.targets().isEmpty()
              ? plan.parameters().number("delay_ms") * plan.parameters().urlsPerTask()
              : 0;
      case SLEEP -> plan.parameters().number("sleep_ms");
      case MIXED -> plan.parameters().number("task_ms");
      case POWER, HASH, FOREIGN -> 0;
    };
  }
}
