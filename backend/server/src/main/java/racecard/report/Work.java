package racecard.report;

import static racecard.report.Figures.count;

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

  /** With its conditions, as {@code 10 tasks × 4 downloads of 50 ms, all in flight}. */
  static String whole(Plan plan) {
    if (plan.workload() == Workload.FOREIGN) {
      return plan.tasks() == 1
          ? "times of one execution"
          : "times of %s executions".formatted(count(plan.tasks()));
    }
    Parameters p = plan.parameters();
    String tasks = plan.tasks() == 1 ? "1 task" : count(plan.tasks()) + " tasks";
    String each =
        switch (plan.workload()) {
          case POWER -> " of " + power(p);
          case FETCH -> " × " + downloads(p);
          case HASH -> " of hashing " + hash(p);
          case SLEEP -> " of waiting " + number(p, "sleep_ms") + " ms";
          case MIXED ->
              " of %s ms, %s %% of them computing"
                  .formatted(number(p, "task_ms"), number(p, "cpu_percent"));
          case FOREIGN -> "";
        };
    return tasks + each + ", " + inFlight(plan);
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
