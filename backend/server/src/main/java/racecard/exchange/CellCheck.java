package racecard.exchange;

import java.util.List;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.PastJob;

/** Checks that the parts of a file speak of the same cells. */
final class CellCheck {
  private final List<Plan> plans;
  private final List<PastJob> jobs;

  /** {@code plans} has one for each cell of the run. */
  CellCheck(List<Plan> plans, List<PastJob> jobs) {
    this.plans = plans;
    this.jobs = jobs;
  }

  /** Every job measures a cell of the run, as the run says that it is. */
  void jobs(Spot spot) {
    List<Spot> places = spot.each();
    for (int i = 0; i < places.size(); i++) {
      int cell = places.get(i).in("cell").count(0, plans.size() - 1);
      if (!same(PlanJson.read(jobs.get(i).planJson()), plans.get(cell))) {
        throw places.get(i).in("plan").wrong("must be the plan of its cell");
      }
    }
  }

  /** Further jobs of a cell may measure some of its contenders alone, or profile them. */
  private static boolean same(Plan plan, Plan ofCell) {
    return plan.alone(List.of()).equals(ofCell);
  }

  /** Every cell has a job, and its outcome is that of one of its own. */
  void cells(Spot spot) {
    for (Spot one : spot.each()) {
      int cell = one.in("cell").count(0, plans.size() - 1);
      if (jobs.stream().noneMatch(job -> job.cell() == cell)) {
        throw one.in("cell").wrong("must be that of a job");
      }
      one.maybe("outcome").ifPresent(outcome -> outcome(outcome.in("job"), cell));
    }
  }

  private void outcome(Spot spot, int cell) {
    int job = spot.count(1, jobs.size());
    if (jobs.get(job - 1).cell() != cell) {
      throw spot.wrong("must be a job of this cell");
    }
  }
}
