package racecard.report;

import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Strategy;
import racecard.catalog.Workload;

/** A rule of thumb of the article: for one kind of work, which strategies are said to be best. */
public enum Rule {
  /** Work that computes. */
  COMPUTING("Computing: processes", "Work that keeps cores busy goes to processes.") {
    @Override
    public boolean concerns(Plan plan) {
      return plan.workload().computes();
    }

    @Override
    boolean recommends(String strategy) {
      return strategy.contains("process");
    }
  },
  /** Work that waits a little for few answers. */
  FEW_QUICK(
      "Waiting, quick answers, few connections: threads",
      "Up to 100 waits at once of at most 100 ms go to threads.") {
    @Override
    public boolean concerns(Plan plan) {
      return waits(plan) && plan.inFlight() <= 100 && waitMs(plan) <= 100;
    }

    @Override
    boolean recommends(String strategy) {
      return strategy.equals("threads") || strategy.equals("thread-pool");
    }
  },
  /** Work that waits long for many answers. */
  MANY_SLOW(
      "Waiting, slow answers, many connections: an event loop",
      "500 and more waits at once of at least 200 ms go to an event loop or to green threads.") {
    @Override
    public boolean concerns(Plan plan) {
      return waits(plan) && plan.inFlight() >= 500 && waitMs(plan) >= 200;
    }

    @Override
    boolean recommends(String strategy) {
      return Strategy.of(strategy).loop();
    }
  };

  private final String title;
  private final String sentence;

  Rule(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** The rule in a few words. */
  public String title() {
    return title;
  }

  /** What it says, with the limits that tell which runs it is about. */
  public String sentence() {
    return sentence;
  }

  /** Whether it says something about the work of {@code plan}. */
  public abstract boolean concerns(Plan plan);

  /** Whether it says that {@code strategy} is best. */
  abstract boolean recommends(String strategy);

  /** Whether a contender is one of the others, which it says are worse. */
  boolean opposes(String strategy) {
    return !recommends(strategy) && !Strategy.of(strategy).mistake();
  }

  private static boolean waits(Plan plan) {
    return plan.workload() == Workload.SLEEP
        || (plan.workload() == Workload.FETCH && plan.targets().isEmpty());
  }

  private static long waitMs(Plan plan) {
    Parameters p = plan.parameters();
    return plan.workload() == Workload.SLEEP
        ? p.number("sleep_ms")
        : p.number("delay_ms") + p.number("jitter_ms") / 2;
  }
}
