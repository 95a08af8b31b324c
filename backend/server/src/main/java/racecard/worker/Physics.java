package racecard.worker;

import java.util.stream.IntStream;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;

/** What no contender can beat, however it is written. */
final class Physics {
  /** Counters of CPU time may exceed what the clock allows by so much. */
  static final double CPU_TOLERANCE = 1.05;

  // Drawing a delay takes a microsecond; beyond this many the smallest possible one must do.
  private static final long MOST_DRAWN = 1_000_000;
  private static final double NS_PER_MS = 1e6;

  private final Plan plan;
  private final int cores;
  private final double[] waitingNs;

  Physics(Plan plan, int cores) {
    this.plan = plan;
    this.cores = cores;
    this.waitingNs = Assignment.usesOrigin(plan) && draws(plan) ? drawn(plan) : new double[0];
  }

  /** How many tasks {@code contender} was asked to have executing at once. */
  static int inFlight(Plan plan, ContenderName contender) {
    boolean alone = Strategy.of(contender.strategy()).oneAtATime();
    return alone ? 1 : Math.min(plan.inFlight(), plan.tasks());
  }

  /**
   * The time of N tasks that {@code contender} cannot beat; 0 where none is known, as for work that
   * computes, whose limit is a speed-up.
   */
  double limitNs(ContenderName contender) {
    int inFlight = inFlight(plan, contender);
    double waves = Math.ceilDiv(plan.tasks(), inFlight) * leastWaitNs();
    if (waitingNs.length == 0) {
      return waves;
    }
    double all = 0;
    double longest = 0;
    for (double one : waitingNs) {
      all += one;
      longest = Math.max(longest, one);
    }
    return Math.max(waves, Math.max(longest, all / inFlight));
  }

  /** The largest speed-up that is possible; infinite where none is known. */
  double mostSpeedUp(ContenderName contender, ContenderName baseline) {
    boolean ownSequential =
        baseline.isSequential() && baseline.runtime().equals(contender.runtime());
    return plan.workload().computes() && ownSequential && !contender.equals(baseline)
        ? cores
        : Double.POSITIVE_INFINITY;
  }

  /** The time in which all cores together can spend {@code cpuNs}. */
  double fastestNs(double cpuNs) {
    return cpuNs / cores;
  }

  private double leastWaitNs() {
    Parameters given = plan.parameters();
    return switch (plan.workload()) {
      case POWER, HASH, FOREIGN -> 0;
      case SLEEP -> given.number("sleep_ms") * NS_PER_MS;
      case MIXED -> 2e3 * Assignment.mixedWaitUs(plan);
      case FETCH ->
          plan.targets().isEmpty() ? given.urlsPerTask() * given.number("delay_ms") * NS_PER_MS : 0;
    };
  }

  private static boolean draws(Plan plan) {
    return plan.parameters().number("jitter_ms") > 0
        && (long) plan.tasks() * plan.parameters().urlsPerTask() <= MOST_DRAWN;
  }

  private static double[] drawn(Plan plan) {
    return IntStream.range(0, plan.tasks()).mapToDouble(task -> drawnNs(plan, task)).toArray();
  }

  private static double drawnNs(Plan plan, int task) {
    double sum = 0;
    for (int download = 0; download < plan.parameters().urlsPerTask(); download++) {
      sum += delayNs(plan, OriginRule.path(task, download));
    }
    return sum;
  }

  /** The delay that the origin draws for {@code path}. */
  static double delayNs(Plan plan, String path) {
    Parameters given = plan.parameters();
    double jitter = given.number("jitter_ms") * OriginRule.share(plan.seed(), path);
    return (given.number("delay_ms") + jitter) * NS_PER_MS;
  }
}
