package racecard.run;

import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;

/**
 * A plan's likely duration before anything like it was measured: rough, for the form and the queue.
 */
public final class Estimate {
  /** How many generations the estimate counts. */
  public static final int GENERATIONS = 3;

  private static final int WARM_UP_ROUNDS = 3;
  private static final double SHORTEST_ROUND_S = 0.1;
  private static final double LONGEST_ROUND_S = 20;
  private static final double WARM_UP_LIMIT_S = 2;
  private static final double REST_S = 0.035;
  private static final double CHILD_START_S = 0.5;
  private static final double PROCESS_START_S = 0.1;
  // Seen on a 2.8 GHz core: 7777 ** 200000 in about 90 ms, growing with the 1.5th power of its
  // digits (Toom-Cook).
  private static final double POWER_S = 0.09;
  private static final double POWER_DIGITS = 200_000 * Math.log(7_777);
  private static final double HASH_BYTES_PER_S = 1.2e9;

  private final Plan plan;
  private final int cores;

  private Estimate(Plan plan, int cores) {
    this.plan = plan;
    this.cores = cores;
  }

  /** Seconds that measuring {@code plan} takes on a host with {@code cores} usable cores. */
  public static double seconds(Plan plan, int cores) {
    return new Estimate(plan, cores).seconds();
  }

  private double seconds() {
    double generation = 0;
    for (ContenderName contender : plan.contenders()) {
      generation += generationSeconds(Strategy.of(contender.strategy()));
    }
    return GENERATIONS * generation;
  }

  private double generationSeconds(Strategy strategy) {
    double round = roundSeconds(strategy);
    if (round > LONGEST_ROUND_S) {
      return 0;
    }
    double timed = Math.max(SHORTEST_ROUND_S, round) + REST_S;
    int warmUps = strategy.startsProcesses() ? 1 : WARM_UP_ROUNDS;
    double warmUp = Math.max(timed, Math.min(WARM_UP_LIMIT_S, warmUps * timed));
    return CHILD_START_S + warmUp + plan.precision().blocks() * timed;
  }

  private double roundSeconds(Strategy strategy) {
    double inFlight = strategy.oneAtATime() ? 1 : plan.inFlight();
    double atOnce = plan.workload().computes() ? Math.min(inFlight, cores) : inFlight;
    double starting = strategy.startsProcesses() ? plan.tasks() * PROCESS_START_S : 0;
    double waves = Math.ceil(plan.tasks() / atOnce);
    return starting
        + Math.max(
            waves * taskSeconds(), plan.tasks() * computingSeconds() / Math.min(inFlight, cores));
  }

  private double taskSeconds() {
    return switch (plan.workload()) {
      case FETCH ->
          plan.parameters().urlsPerTask()
              * (plan.targets().isEmpty() ? number("delay_ms") + number("jitter_ms") / 2 : 100)
              / 1_000;
      case SLEEP -> number("sleep_ms") / 1_000;
      case MIXED -> number("task_ms") / 1_000;
      case POWER, HASH -> computingSeconds();
    };
  }

  private double computingSeconds() {
    return switch (plan.workload()) {
      case POWER ->
          POWER_S * Math.pow(number("exponent") * Math.log(number("base")) / POWER_DIGITS, 1.5);
      case HASH -> number("buffer_bytes") * number("repeats") / HASH_BYTES_PER_S;
      case MIXED -> number("task_ms") * number("cpu_percent") / 100_000;
      case FETCH, SLEEP -> 0;
    };
  }

  private double number(String name) {
    return plan.parameters().number(name);
  }
}
