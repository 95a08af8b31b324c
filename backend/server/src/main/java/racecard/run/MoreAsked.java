package racecard.run;

import java.util.List;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;

/**
 * What is to be done further with a run.
 *
 * @param cell of the run, from 0
 * @param generations how many are to be measured; 0 to profile instead
 * @param alone the contenders of which; empty for all
 * @param estimateMs how long that is expected to take
 */
public record MoreAsked(int cell, int generations, List<ContenderName> alone, long estimateMs) {

  /** Copies the names. */
  public MoreAsked {
    alone = List.copyOf(alone);
  }

  /** The plan of its job, by the plan of its cell. */
  Plan plan(Plan cell) {
    return generations == 0 ? cell.profiling(alone) : cell.alone(alone);
  }
}
