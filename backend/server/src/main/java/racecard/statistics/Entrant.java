package racecard.statistics;

/**
 * A contender as it enters the comparison.
 *
 * @param baseline the name of the contender it is divided by; its own name for a baseline
 * @param control whether it measures another contender again; a control has no rank and never leads
 * @param limitNs the time of N tasks that nothing can beat; 0 where none is known
 * @param mostSpeedUp the largest speed-up over its baseline that is possible; infinite where none
 *     is known
 */
public record Entrant(
    String name, String baseline, boolean control, double limitNs, double mostSpeedUp) {

  /** Whether the others are divided by it. */
  public boolean isBaseline() {
    return name.equals(baseline);
  }
}
