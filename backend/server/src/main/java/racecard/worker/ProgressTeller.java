package racecard.worker;

import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.sample.Progress;

/** Says how far a job is, at most once a second and only between rounds. */
final class ProgressTeller {
  private static final long APART_NS = 1_000_000_000;

  private final Ledger ledger;
  private final int generation;
  private final int doneBefore;
  private final int generationsLeft;
  private final long beganNs;
  private int blocks;
  private int roundsEach;
  private int done;
  private long expectedNs;
  private long saidNs = System.nanoTime() - APART_NS;

  /**
   * Tells of one generation.
   *
   * @param generationsLeft how many the plan still expects, this one included
   * @param beganNs when this one began to start its children, on the monotonic clock
   * @param expectedNs how long one takes by those measured before; 0 before the first
   */
  ProgressTeller(
      Ledger ledger,
      int generation,
      int doneBefore,
      int generationsLeft,
      long beganNs,
      long expectedNs) {
    this.ledger = ledger;
    this.generation = generation;
    this.doneBefore = doneBefore;
    this.generationsLeft = generationsLeft;
    this.beganNs = beganNs;
    this.expectedNs = expectedNs;
  }

  /** How many rounds a whole generation has; until more is known, of everybody in the field. */
  void plans(int blocks, int racing) {
    this.blocks = blocks;
    this.roundsEach = blocks * racing;
  }

  /** What the blocks will take, by the warm-up, unless earlier generations told. */
  void expects(long blocksNs) {
    if (expectedNs == 0) {
      expectedNs = System.nanoTime() - beganNs + blocksNs;
    }
  }

  void counts(int validRounds) {
    done += validRounds;
  }

  /** Says what comes next; block 0 while starting and warming up. */
  void say(int block, @Nullable ContenderName next) throws Halted {
    long now = System.nanoTime();
    if (now - saidNs >= APART_NS) {
      saidNs = now;
      ledger.say(
          new Progress(
              doneBefore + done,
              doneBefore + roundsEach * generationsLeft,
              generation,
              block,
              blocks,
              next == null ? null : next.toString(),
              etaS(now)));
    }
  }

  private @Nullable Long etaS(long now) {
    long leftNs = expectedNs * generationsLeft - (now - beganNs);
    return expectedNs == 0 ? null : Long.valueOf(Math.ceilDiv(Math.max(0, leftNs), 1_000_000_000L));
  }
}
