package racecard.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.MoreTime;

/** How much longer undecided comparisons would have to be measured, in words. */
final class More {
  private static final long LONGEST_S = 30 * 60;
  private static final double NS_PER_S = 1e9;

  private More() {}

  /**
   * As {@code ; about 40 s more would tell}, spent on {@code contenders} alone; says so when no
   * sensible time would.
   */
  static String clause(List<Effect> effects, List<String> contenders, Assessment assessment) {
    Long seconds = seconds(effects, contenders, assessment);
    return seconds == null
        ? "; no reasonable time would tell"
        : "; about %s more would tell".formatted(Figures.span(seconds));
  }

  /** Seconds for the hardest of them; null when that is more than half an hour. */
  static @Nullable Long seconds(
      List<Effect> effects, List<String> contenders, Assessment assessment) {
    long spentNs = assessment.spentNs(contenders);
    double ns =
        effects.stream()
            .mapToLong(effect -> MoreTime.neededNs(effect, assessment.marginPercent(), spentNs))
            .max()
            .orElse(0);
    long seconds = (long) Math.ceil(ns / NS_PER_S);
    return seconds > LONGEST_S ? null : seconds;
  }
}
