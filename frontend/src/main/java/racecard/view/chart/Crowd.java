package racecard.view.chart;

import java.util.List;
import racecard.view.chart.Timeline.Lane;

/**
 * How many tasks of a round were executing at once.
 *
 * @param tasks how many lanes there are
 * @param most the most of them at one moment
 */
record Crowd(int tasks, int most) {

  static Crowd of(List<Lane> lanes) {
    double[] starts = lanes.stream().mapToDouble(Lane::startedNs).sorted().toArray();
    double[] ends = lanes.stream().mapToDouble(Lane::endedNs).sorted().toArray();
    int most = 0;
    int ended = 0;
    for (int started = 0; started < starts.length; started++) {
      while (ends[ended] <= starts[started]) {
        ended++;
      }
      most = Math.max(most, started + 1 - ended);
    }
    return new Crowd(lanes.size(), most);
  }

  /** As "all 10 at once", "one at a time" or "up to 4 of 10 at once". */
  String words() {
    if (tasks <= 1 || most <= 1) {
      return tasks == 1 ? "one task" : "one at a time";
    }
    return most == tasks
        ? "all %d at once".formatted(tasks)
        : "up to %d of %d at once".formatted(most, tasks);
  }
}
