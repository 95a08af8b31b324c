package racecard.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;
import racecard.runner.Work;

/**
 * Estimates how long each contender's round would be, so that one of half an hour is never begun.
 *
 * <p>Waiting is known from the plan. Computing is tried on a small task of one child per runtime
 * and projected; the projection is deliberately high, and a larger task is tried only when a
 * contender would seem too slow by it. Whether a contender computes on all cores is tried where a
 * round would be too long on one, and what a process per task costs when there are many. A trial
 * that fails says nothing: the first round of the contender itself has a limit too.
 */
final class Trial {
  /** A contender whose round would be longer is not measured. */
  static final long LONGEST_NS = 20_000_000_000L;

  private static final double NEXT_NS = 2e9;
  // Python multiplies large numbers in time n^1.585 (Karatsuba), Java in n^1.465 (Toom and Cook);
  // hashing is linear.
  private static final double POWER_GROWTH = 1.6;
  private static final long FIRST_EXPONENT = 20_000;
  private static final long FIRST_HASHED_BYTES = 8 << 20;
  // Long enough that handing tasks over and starting threads or processes is a small part of it.
  private static final double TELLING_NS = 1e8;
  private static final int FEW_WAVES_OF_PROCESSES = 8;

  private final Plan plan;
  private final Work work;
  private final int cores;
  private final TrialRun run;

  Trial(Plan plan, Work work, int cores, Crew crew, Hold hold) {
    this.plan = plan;
    this.work = work;
    this.cores = cores;
    this.run = new TrialRun(crew, hold);
  }

  /** What one task of {@code contenders}' runtimes does, and the rounds that follow from it. */
  Map<ContenderName, Long> estimates(List<ContenderName> contenders, double waitNs) throws Halted {
    Map<ContenderName, Long> estimates = new HashMap<>();
    for (String runtime : contenders.stream().map(ContenderName::runtime).distinct().toList()) {
      List<ContenderName> its =
          contenders.stream().filter(name -> name.runtime().equals(runtime)).toList();
      double cpuNs = cpuNs(runtime, its, waitNs);
      for (ContenderName contender : its) {
        double ns = withItsCores(contender, waitNs, cpuNs) + startsNs(contender);
        estimates.put(contender, (long) ns);
      }
    }
    return estimates;
  }

  private double roundNs(ContenderName contender, double waitNs, double cpuNs, double onCores) {
    int inFlight = Physics.inFlight(plan, contender);
    double waves = (double) Math.ceilDiv(plan.tasks(), inFlight) * (waitNs + cpuNs);
    return Math.max(waves, plan.tasks() * cpuNs / Math.min(inFlight, onCores));
  }

  /** On all cores, unless one would be too slow and the contender turns out to use no more. */
  private double withItsCores(ContenderName contender, double waitNs, double cpuNs) throws Halted {
    double onAll = roundNs(contender, waitNs, cpuNs, cores);
    boolean decides = roundNs(contender, waitNs, cpuNs, 1) > LONGEST_NS && onAll <= LONGEST_NS;
    return decides ? roundNs(contender, waitNs, cpuNs, coresUsed(contender, cpuNs)) : onAll;
  }

  private double coresUsed(ContenderName contender, double cpuNs) throws Halted {
    int atOnce = Math.min(cores, Physics.inFlight(plan, contender));
    OptionalDouble one = run.timeNs(contender, work.with(1, tellingWork(cpuNs)));
    OptionalDouble all = run.timeNs(contender, work.with(atOnce, tellingWork(cpuNs)));
    return one.isEmpty() || all.isEmpty()
        ? cores
        : Math.clamp(atOnce * one.getAsDouble() / all.getAsDouble(), 1, cores);
  }

  private Map<String, Long> tellingWork(double cpuNs) {
    return switch (plan.workload()) {
      case POWER -> telling("exponent", cpuNs, POWER_GROWTH);
      case HASH -> telling("repeats", cpuNs, 1);
      case MIXED -> Map.of("wait_us", 0L);
      case SLEEP, FETCH, FOREIGN -> Map.of();
    };
  }

  private Map<String, Long> telling(String size, double cpuNs, double growth) {
    long whole = plan.parameters().number(size);
    double wanted = whole * Math.pow(TELLING_NS / cpuNs, 1 / growth);
    return Map.of(size, Math.clamp((long) wanted, 1, whole));
  }

  private double cpuNs(String runtime, List<ContenderName> its, double waitNs) throws Halted {
    return switch (plan.workload()) {
      case SLEEP, FETCH, FOREIGN -> 0;
      case MIXED -> Assignment.mixedCpuNs(plan);
      case POWER -> projected(runtime, its, waitNs, "exponent", FIRST_EXPONENT, POWER_GROWTH);
      case HASH -> projected(runtime, its, waitNs, "repeats", firstRepeats(), 1);
    };
  }

  private long firstRepeats() {
    return Math.max(1, FIRST_HASHED_BYTES / plan.parameters().number("buffer_bytes"));
  }

  private double projected(
      String runtime,
      List<ContenderName> its,
      double waitNs,
      String size,
      long first,
      double growth)
      throws Halted {
    ContenderName sequential = new ContenderName(runtime, Strategy.SEQUENTIAL, 1);
    long whole = plan.parameters().number(size);
    long tried = Math.min(whole, first);
    while (true) {
      OptionalDouble ns = run.timeNs(sequential, work.with(1, Map.of(size, tried)));
      double projected = ns.orElse(0) * Math.pow((double) whole / tried, growth);
      boolean quick =
          its.stream().allMatch(one -> roundNs(one, waitNs, projected, cores) <= LONGEST_NS);
      if (ns.isEmpty() || quick || tried == whole || ns.getAsDouble() >= TrialRun.ENOUGH_NS) {
        return projected;
      }
      double further = Math.max(2, Math.pow(NEXT_NS / ns.getAsDouble(), 1 / growth));
      tried = Math.min(whole, (long) (tried * further));
    }
  }

  /** What creating a process for each task adds; 0 where few are needed or none. */
  private double startsNs(ContenderName contender) throws Halted {
    boolean many = plan.tasks() > FEW_WAVES_OF_PROCESSES * cores;
    if (!Strategy.of(contender.strategy()).startsProcesses() || !many) {
      return 0;
    }
    int atOnce = Math.min(cores, plan.inFlight());
    double ns = run.timeNs(contender, work.with(atOnce, leastWork())).orElse(0);
    return ns * plan.tasks() / atOnce;
  }

  private Map<String, Long> leastWork() {
    return switch (plan.workload()) {
      case POWER -> Map.of("exponent", 1L);
      case HASH -> Map.of("repeats", 1L);
      case SLEEP -> Map.of("sleep_us", 0L);
      case MIXED -> Map.of("wait_us", 0L, "steps", 0L);
      case FOREIGN -> Map.of();
      case FETCH -> plan.targets().isEmpty() ? Map.of("urls_per_task", 1L) : Map.of();
    };
  }

  /** How long a task waits, by the plan; a first download says it for the user's own URLs. */
  static double waitNs(Plan plan) {
    return plan.workload() == Workload.FETCH
        ? plan.parameters().urlsPerTask()
            * (plan.parameters().number("delay_ms") + plan.parameters().number("jitter_ms") / 2.0)
            * 1e6
        : new Physics(plan, 1).limitNs(alone(plan)) / plan.tasks();
  }

  private static ContenderName alone(Plan plan) {
    return plan.contenders().getFirst().sequential();
  }
}
