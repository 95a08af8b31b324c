package racecard.run;

import racecard.catalog.Catalog;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;

/**
 * A plan's likely duration before anything like it was measured: rough, for the form and the queue.
 */
public final class Estimate {
  /** How many generations the estimate counts. */
  public static final int GENERATIONS = 3;

  // What worker.Look gives each contender, at least.
  private static final double PROFILE_S = 2;

  private static final int WARM_UP_ROUNDS = 3;
  private static final double SHORTEST_ROUND_S = 0.1;
  private static final double LONGEST_ROUND_S = 20;
  private static final double WARM_UP_LIMIT_S = 2;
  private static final double REST_S = 0.035;
  private static final double CHILD_START_S = 0.5;
  private static final double JVM_START_S = 0.1;
  // Seen with CPython 3.11: a fork in 3 ms, a new interpreter in 60 ms, and what it imports.
  private static final double FORK_S = 0.01;
  private static final double INTERPRETER_START_S = 0.1;
  // Seen on a 2.8 GHz core: 7777 ** 200000 in about 90 ms, growing with the 1.5th power of its
  // digits (Toom-Cook).
  private static final double POWER_S = 0.09;
  private static final double POWER_DIGITS = 200_000 * Math.log(7_777);
  // Seen with CPython 3.11 there: 120 ms, growing with the 1.58th power (Karatsuba).
  private static final double PYTHON_POWER_S = 0.12;
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
    for (ContenderName contender : plan.measured()) {
      generation += generationSeconds(contender);
    }
    return plan.profiles() ? generation : GENERATIONS * generation;
  }

  private double generationSeconds(ContenderName contender) {
    Strategy strategy = Strategy.of(contender.strategy());
    double round = roundSeconds(contender, strategy);
    if (round > LONGEST_ROUND_S) {
      return 0;
    }
    double timed = Math.max(SHORTEST_ROUND_S, round) + REST_S;
    int warmUps = strategy.startsProcesses() ? 1 : WARM_UP_ROUNDS;
    double warmUp = Math.max(timed, Math.min(WARM_UP_LIMIT_S, warmUps * timed));
    double rounds =
        plan.profiles() ? Math.max(PROFILE_S, timed) : plan.precision().blocks() * timed;
    return CHILD_START_S + warmUp + rounds;
  }

  private double roundSeconds(ContenderName contender, Strategy strategy) {
    boolean jvm = contender.runtime().equals(Catalog.JVM);
    double inFlight = strategy.oneAtATime() ? 1 : plan.inFlight();
    double computing = computingSeconds(jvm);
    double atOnce = Math.min(inFlight, computesAtOnce(contender, strategy));
    double waves = Math.ceil(plan.tasks() / (plan.workload().computes() ? atOnce : inFlight));
    return starting(contender, strategy)
        + Math.max(
            waves * (plan.workload().computes() ? computing : taskSeconds()),
            plan.tasks() * computing / atOnce);
  }

  /** How many cores can compute for it: one where a lock lets one thread execute at a time. */
  private double computesAtOnce(ContenderName contender, Strategy strategy) {
    boolean locked =
        !contender.runtime().equals(Catalog.JVM)
            && !contender.runtime().endsWith("t") // a free-threaded build
            && plan.workload() != Workload.HASH // native code that lets the lock go
            && !contender.strategy().contains("process")
            && !strategy.ownLock();
    return locked ? 1 : cores;
  }

  private double starting(ContenderName contender, Strategy strategy) {
    if (!strategy.startsProcesses()) {
      return 0;
    }
    if (contender.runtime().equals(Catalog.JVM)) {
      return plan.tasks() * JVM_START_S;
    }
    boolean forks = contender.strategy().equals("processes");
    return plan.tasks() * (forks ? FORK_S : INTERPRETER_START_S);
  }

  private double taskSeconds() {
    return switch (plan.workload()) {
      case FETCH ->
          plan.parameters().urlsPerTask()
              * (plan.targets().isEmpty() ? number("delay_ms") + number("jitter_ms") / 2 : 100)
              / 1_000;
      case SLEEP -> number("sleep_ms") / 1_000;
      case MIXED -> number("task_ms") / 1_000;
      case POWER, HASH, FOREIGN -> 0;
    };
  }

  private double computingSeconds(boolean jvm) {
    return switch (plan.workload()) {
      case POWER -> power(jvm, number("exponent") * Math.log(number("base")) / POWER_DIGITS);
      case HASH -> number("buffer_bytes") * number("repeats") / HASH_BYTES_PER_S;
      case MIXED -> number("task_ms") * number("cpu_percent") / 100_000;
      case FETCH, SLEEP, FOREIGN -> 0;
    };
  }

  private static double power(boolean jvm, double digits) {
    return jvm ? POWER_S * Math.pow(digits, 1.5) : PYTHON_POWER_S * Math.pow(digits, 1.58);
  }

  private double number(String name) {
    return plan.parameters().number(name);
  }
}
