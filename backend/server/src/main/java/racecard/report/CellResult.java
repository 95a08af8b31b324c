package racecard.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.run.RunState;
import racecard.statistics.Assessment;
import racecard.statistics.Interval;

/**
 * What one cell of several came to.
 *
 * @param assessment null before the first
 * @param compared its comparisons; empty before
 * @param spans by what each contender's time may be multiplied; empty where rounds were not read
 */
record CellResult(
    int number,
    Plan plan,
    RunState state,
    @Nullable Assessment assessment,
    List<Compared> compared,
    Map<String, Interval> spans) {

  /** The plain median of a ranked contender's valid rounds; null without a rank or a round. */
  @Nullable Double medianNs(String contender) {
    return assessment == null
        ? null
        : assessment
            .comparison()
            .placing(contender)
            .filter(placing -> placing.rank() != null)
            .map(placing -> placing.medianNs())
            .orElse(null);
  }
}
