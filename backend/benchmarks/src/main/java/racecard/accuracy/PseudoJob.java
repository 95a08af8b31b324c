package racecard.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;
import racecard.statistics.Round;
import racecard.statistics.StopRule;

/** A job whose rounds were not measured for it, judged by the code that judges real ones. */
final class PseudoJob {
  private PseudoJob() {}

  /**
   * Takes generation after generation until production's rule for balanced runs stops it, however
   * long it would have taken.
   *
   * @param generation gives the rounds of the generation with a number from 1
   */
  static Assessment measure(
      int contenders, double marginPercent, IntFunction<List<Round>> generation) {
    StopRule rule = new StopRule(StopRule.Settle.BASELINE, Long.MAX_VALUE);
    List<Entrant> entrants = entrants(contenders);
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; ; number++) {
      rounds.addAll(generation.apply(number));
      Assessment assessment = Assessment.of(rounds, entrants, marginPercent, List.of(), 0);
      Optional<StopRule.Reason> reason = rule.stop(assessment, number);
      if (reason.isPresent()) {
        return assessment.stopped(reason.get());
      }
    }
  }

  /** All against the first. */
  static List<Entrant> entrants(int contenders) {
    return IntStream.range(0, contenders)
        .mapToObj(i -> new Entrant(name(i), name(0), false, 0, Double.POSITIVE_INFINITY))
        .toList();
  }

  /** What the contender is called, counted from 0. */
  static String name(int contender) {
    return "contender-" + contender;
  }
}
