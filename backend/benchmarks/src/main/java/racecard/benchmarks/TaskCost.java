package racecard.benchmarks;

import java.io.IOException;
import java.util.Locale;
import racecard.instrument.Report;
import racecard.jvm.round.Round;
import racecard.jvm.strategy.Sequential;
import racecard.jvm.workload.Laps;
import racecard.jvm.workload.Power;
import racecard.jvm.workload.Workload;

/** What executing and recording a task costs beside the task itself. */
final class TaskCost {
  private static final int TASKS = 100_000;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 20;

  private TaskCost() {}

  static void measure() throws Exception {
    Report.heading("cost per task, timeline on");
    Workload workload = new Power(7, 3);
    Round round = new Round(workload, new Sequential(), TASKS);
    double[] costs = new double[ROUNDS];
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      double bare = bare(workload);
      double recorded = round.execute(1, true).wallNs();
      if (i >= 0) {
        costs[i] = (recorded - bare) / TASKS;
      }
    }
    Report.line(
        "ours without the task's own work, median of %d pairs".formatted(ROUNDS),
        String.format(Locale.ROOT, "%.0f ns", Report.median(costs)),
        "<= 150 ns");
  }

  private static double bare(Workload workload) throws IOException, InterruptedException {
    long sum = 0;
    long begin = System.nanoTime();
    for (int task = 0; task < TASKS; task++) {
      sum += workload.execute(task, Laps.NONE);
    }
    long took = System.nanoTime() - begin;
    if (sum == 0) {
      throw new IllegalStateException("the tasks computed nothing");
    }
    return took;
  }
}
