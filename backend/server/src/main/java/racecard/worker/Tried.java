package racecard.worker;

import org.jspecify.annotations.Nullable;
import racecard.runner.Rounded;

/** What asking a contender for a round came to. */
sealed interface Tried {
  /** It ended as it should, with the right answer. */
  record Good(Rounded rounded) implements Tried {
    /** The time of N tasks. */
    long wallNs() {
      return rounded.wallNs() / rounded.repeats();
    }
  }

  /**
   * It did not.
   *
   * @param beganNs when it was asked, on the monotonic clock
   * @param rounded what it measured all the same; null when it never answered
   */
  record Bad(Fault fault, long beganNs, @Nullable Rounded rounded) implements Tried {}
}
