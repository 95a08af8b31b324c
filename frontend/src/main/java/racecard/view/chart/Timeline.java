package racecard.view.chart;

import java.util.List;
import racecard.view.Contender;

/**
 * One typical round of each contender, task by task.
 *
 * @param legend as "a lane is a task, a mark is a download, grey is waiting to start"
 * @param note what is not drawn, as "100 of 4,000 tasks, evenly chosen"; empty when all are
 */
public record Timeline(List<Group> groups, String legend, String note) {

  /** The lanes of one contender. */
  public record Group(Contender contender, double wallNs, List<Lane> lanes) {}

  /**
   * One task, in nanoseconds since the start of its round.
   *
   * @param stepsNs the end of each step within it, may be empty
   */
  public record Lane(double submittedNs, double startedNs, double endedNs, List<Double> stepsNs) {}
}
