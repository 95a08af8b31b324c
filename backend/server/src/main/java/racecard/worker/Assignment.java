package racecard.worker;

import java.util.List;
import java.util.Map;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.runner.Work;

/** Turns a plan into the work that its contenders are told. */
final class Assignment {
  private static final long US_PER_MS = 1_000;
  private static final long DOWNLOAD_LIMIT_MS = 30_000;

  private Assignment() {}

  /**
   * The same work for every contender and generation of a job.
   *
   * @param origin the local origin's addresses; empty unless the plan uses it
   * @param steps of {@code mixed}; 0 for every other workload
   */
  static Work of(Plan plan, String nonce, List<String> origin, long steps) {
    return new Work(
        plan.workload().id(),
        params(plan, steps),
        plan.tasks(),
        plan.inFlight(),
        nonce,
        origin,
        plan.targets());
  }

  /** Whether a plan downloads from the local origin. */
  static boolean usesOrigin(Plan plan) {
    return plan.workload() == Workload.FETCH && plan.targets().isEmpty();
  }

  /** How long a task of {@code mixed} computes, in nanoseconds. */
  static long mixedCpuNs(Plan plan) {
    Parameters given = plan.parameters();
    return given.number("task_ms") * given.number("cpu_percent") * 10_000;
  }

  /** How long a task of {@code mixed} waits each of its two times, in microseconds. */
  static long mixedWaitUs(Plan plan) {
    long taskUs = plan.parameters().number("task_ms") * US_PER_MS;
    return (taskUs - mixedCpuNs(plan) / 1_000) / 2;
  }

  private static Map<String, Long> params(Plan plan, long steps) {
    Parameters given = plan.parameters();
    return switch (plan.workload()) {
      case POWER, HASH -> Map.copyOf(given.numbers());
      case SLEEP -> Map.of("sleep_us", given.number("sleep_ms") * US_PER_MS);
      case MIXED -> Map.of("wait_us", mixedWaitUs(plan), "steps", steps);
      case FOREIGN -> Map.of();
      case FETCH -> Map.of("urls_per_task", (long) given.urlsPerTask(), "limit_ms", limitMs(given));
    };
  }

  private static long limitMs(Parameters given) {
    return DOWNLOAD_LIMIT_MS + given.number("delay_ms") + given.number("jitter_ms");
  }
}
