package racecard.worker;

import java.util.ArrayList;
import java.util.List;
import racecard.catalog.Strategy;
import racecard.runner.RoundCounters;

/**
 * Rounds before those that count: until three in a row were quiet, or as many as fit 2 seconds; at
 * least one, and exactly one for a contender whose processes are new in every round.
 *
 * <p>Quiet is a round in which no class was loaded and compiling took at most 2 % of it. Of a
 * runtime that tells neither, three rounds and half a second must do. What this promises is that
 * drift which remains can be seen in what is kept, not a steady state.
 */
final class WarmUp {
  private static final long LONGEST_NS = 2_000_000_000;
  private static final long SHORTEST_UNTOLD_NS = 500_000_000;
  private static final int QUIET_ROUNDS = 3;
  private static final double COMPILING = 0.02;

  private final Contestant contestant;
  private final Pace pace;
  private final List<Ran> rounds = new ArrayList<>();
  private long beganNs;
  private int quiet;

  private WarmUp(Contestant contestant, Pace pace) {
    this.contestant = contestant;
    this.pace = pace;
  }

  /** Warms a fresh child up and settles how often its rounds repeat the tasks. */
  static List<Ran> of(Contestant contestant, Pace pace) throws Halted {
    return new WarmUp(contestant, pace).run();
  }

  private List<Ran> run() throws Halted {
    beganNs = System.nanoTime();
    boolean more = true;
    while (more) {
      Ran ran = pace.round(contestant, 0);
      rounds.add(ran);
      more = ran.tried() instanceof Tried.Good good && goesOn(good);
      if (contestant.fault() == null) {
        contestant.fitRepeats();
      }
    }
    return rounds;
  }

  private boolean goesOn(Tried.Good good) {
    RoundCounters counted = good.rounded().counters();
    quiet = isQuiet(counted, good.rounded().wallNs()) ? quiet + 1 : 0;
    long passedNs = System.nanoTime() - beganNs;
    boolean told = counted.classesLoaded() != null && counted.compileNs() != null;
    boolean warm = quiet >= QUIET_ROUNDS && (told || passedNs >= SHORTEST_UNTOLD_NS);
    boolean fits = passedNs + contestant.roundNs() <= LONGEST_NS;
    return !warm && fits && !isNewEachRound();
  }

  private boolean isNewEachRound() {
    return Strategy.of(contestant.name().strategy()).startsProcesses();
  }

  private static boolean isQuiet(RoundCounters counted, long wallNs) {
    Long loaded = counted.classesLoaded();
    Long compileNs = counted.compileNs();
    return (loaded == null || loaded == 0)
        && (compileNs == null || compileNs <= COMPILING * wallNs);
  }
}
