package racecard.report;

import static racecard.report.Figures.count;

import java.util.List;
import racecard.catalog.Levels;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Workload;

/** What a plan measures, in words. */
final class Work {
  private Work() {}

  /** In short, as {@code downloads · 10 × 4 × 50 ms}. */
  static String brief(Plan plan) {
    Parameters p = plan.parameters();
    String tasks = count(plan.tasks()) + " × ";
    return switch (plan.workload()) {
      case POWER -> "power · " + tasks + power(p);
      case FETCH -> "downloads · " + tasks + count(p.urlsPerTask()) + source(p, " × ", " URLs");
      case HASH -> "hash · " + tasks + hash(p);
      case SLEEP -> "sleep · " + tasks + number(p, "sleep_ms") + " ms";
      case MIXED ->
          "mixed %s %% · ".formatted(number(p, "cpu_percent"))
              + tasks
              + number(p, "task_ms")
              + " ms";
      case FOREIGN -> "imported benchmarks";
    };
  }

  /** The same of a run that may have several cells. */
  static String brief(Plan plan, Levels levels) {
    if (levels.none()) {
      return brief(plan);
    }
    if (levels.map()) {
      return "mixed · %s × %s ms · map of %d × %d"
          .formatted(
              count(plan.tasks()),
              number(plan.parameters(), "task_ms"),
              levels.cpuPercent().size(),
              levels.inFlight().size());
    }
    return "%s · %d levels".formatted(brief(plan), levels.count());
  }

  /** With its conditions and what varies. */
  static String whole(Plan plan, Levels levels) {
    String tasks = levels.tasks().isEmpty() ? tasks(plan) : spread(levels.tasks()) + " tasks";
    if (levels.map()) {
      return "%s of %s ms, %s %% of them computing, %s in flight"
          .formatted(
              tasks,
              number(plan.parameters(), "task_ms"),
              spread(levels.cpuPercent()),
              spread(levels.inFlight()));
    }
    return tasks
        + each(plan)
        + ", "
        + (levels.inFlight().isEmpty() ? inFlight(plan) : spread(levels.inFlight()) + " in flight");
  }

  private static String spread(List<Integer> levels) {
    return "%s to %s".formatted(count(levels.getFirst()), count(levels.getLast()));
  }

  /** With its conditions, as {@code 10 tasks × 4 downloads of 50 ms, all in flight}. */
  static String whole(Plan plan) {
    if (plan.workload() == Workload.FOREIGN) {
      return plan.tasks() == 1
          ? "times of one execution"
          : "times of %s executions".formatted(count(plan.tasks()));
    }
    return tasks(plan) + each(plan) + ", " + inFlight(plan);
  }

  private static String tasks(Plan plan) {
    return plan.tasks() == 1 ? "1 task" : count(plan.tasks()) + " tasks";
  }

  private static String each(Plan plan) {
    Parameters p = plan.parameters();
    return switch (plan.workload()) {
      case POWER -> " of " + power(p);
      case FETCH -> " × " + downloads(p);
      case HASH -> " of hashing " + hash(p);
      case SLEEP -> " of waiting " + number(p, "sleep_ms") + " ms";
      case MIXED ->
          " of %s ms, %s %% of them computing"
              .formatted(number(p, "task_ms"), number(p, "cpu_percent"));
      case FOREIGN -> "";
    };
  }

  private static String inFlight(Plan plan) {
    return plan.inFlight() >= plan.tasks()
        ? "all in flight"
        : "at most %s in flight".formatted(count(plan.inFlight()));
  }

  private static String downloads(Parameters p) {
    String downloads = p.urlsPerTask() == 1 ? "1 download" : count(p.urlsPerTask()) + " downloads";
    return downloads + source(p, " of ", " from the URLs given") + jitter(p);
  }

  private static String source(Parameters p, String before, String own) {
    return p.urls().isEmpty() ? before + number(p, "delay_ms") + " ms" : own;
  }

  private static String jitter(Parameters p) {
    return p.urls().isEmpty() && p.number("jitter_ms") > 0
        ? " and up to " + number(p, "jitter_ms") + " ms more"
        : "";
  }

  private static String power(Parameters p) {
    return p.number("base") + " ** " + p.number("exponent");
  }

  private static String hash(Parameters p) {
    return "%s × %s bytes".formatted(number(p, "repeats"), number(p, "buffer_bytes"));
  }

  private static String number(Parameters p, String name) {
    return count(p.number(name));
  }
}
