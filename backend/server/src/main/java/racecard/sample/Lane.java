package racecard.sample;

import java.util.List;

/**
 * One task of a timeline, in nanoseconds since the start of its round.
 *
 * @param stepsNs the end of each step within it (each URL of a download), may be empty
 */
public record Lane(int task, long submittedNs, long startedNs, long endedNs, List<Long> stepsNs) {
  /** Copies the steps. */
  public Lane {
    stepsNs = List.copyOf(stepsNs);
  }
}
