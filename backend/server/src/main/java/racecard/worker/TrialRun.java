package racecard.worker;

import java.time.Duration;
import java.util.OptionalDouble;
import racecard.catalog.ContenderName;
import racecard.runner.ChildFailed;
import racecard.runner.Prepared;
import racecard.runner.Runner;
import racecard.runner.Work;

/** Times small work of a contender, in a child of its own each time. */
record TrialRun(Crew crew, Hold hold) {
  /** Work that takes so long is large enough to tell. */
  static final double ENOUGH_NS = 1e9;

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int ROUNDS = 3;

  /** The quickest of a few rounds of {@code small}; only one when that was not short. */
  OptionalDouble timeNs(ContenderName contender, Work small) throws Halted {
    try {
      Runner runner = crew.runner(contender);
      try {
        return runner.prepare(small) instanceof Prepared.Ready
            ? quickest(runner)
            : OptionalDouble.empty();
      } finally {
        crew.end(runner.process());
      }
    } catch (ChildFailed failed) {
      hold.check();
      return OptionalDouble.empty();
    }
  }

  private OptionalDouble quickest(Runner runner) throws ChildFailed, Halted {
    double quickest = (double) runner.round(1, 1, LIMIT).wallNs();
    for (int round = 2; round <= ROUNDS && quickest < ENOUGH_NS / ROUNDS; round++) {
      hold.check();
      quickest = Math.min(quickest, (double) runner.round(round, 1, LIMIT).wallNs());
    }
    return OptionalDouble.of(quickest);
  }
}
