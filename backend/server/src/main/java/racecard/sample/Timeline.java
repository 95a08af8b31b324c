package racecard.sample;

import java.util.List;

/**
 * One representative round of a contender, task by task.
 *
 * @param wallNs of that round
 * @param tasks how many tasks the round had, also when only some have a lane
 */
public record Timeline(
    int cell,
    String contender,
    int generation,
    int block,
    long wallNs,
    int tasks,
    List<Lane> lanes) {
  /** Copies the lanes. */
  public Timeline {
    lanes = List.copyOf(lanes);
  }
}
