package racecard.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import racecard.catalog.Plan;
import racecard.queue.ClaimedJob;
import racecard.statistics.Assessment;
import racecard.statistics.Flag;
import racecard.statistics.StopRule;

/** Says what a cell's rounds came to so far, and whether that is enough. */
final class Judge {
  private final ClaimedJob job;
  private final Plan plan;
  private final int cores;
  private final Physics physics;
  private final StopRule rule;

  Judge(ClaimedJob job, Plan plan, int cores) {
    this.job = job;
    this.plan = plan;
    this.cores = cores;
    this.physics = new Physics(plan, cores);
    this.rule = new StopRule(settle(plan), Duration.ofSeconds(plan.budgetS()).toNanos());
  }

  private static StopRule.Settle settle(Plan plan) {
    return switch (plan.precision()) {
      case QUICK -> StopRule.Settle.NOTHING;
      case BALANCED -> StopRule.Settle.BASELINE;
      case CAREFUL -> StopRule.Settle.BASELINE_AND_LEADER;
    };
  }

  /** Compares who is in the field; there must be somebody. */
  Assessment assess(CellRecord cell, Field field, long spentNs) {
    List<Flag> flags = Conditions.of(cell, plan, field, cores);
    return Assessment.of(
        cell.rounds(field.racing()),
        field.entrants(physics, cell),
        plan.marginPercent(),
        flags,
        spentNs);
  }

  /**
   * Why to stop, or empty to go on: the plan's rule in a cell's first job, exactly what was asked
   * for in Measure more.
   */
  Optional<StopRule.Reason> stop(CellRecord cell, Assessment assessment) {
    if (job.addGenerations() > 0) {
      return cell.completeOf(job.lease().job()) >= job.addGenerations()
          ? Optional.of(StopRule.Reason.COMPLETE)
          : Optional.empty();
    }
    return rule.stop(assessment, cell.complete().size());
  }

  /** How many generations are expected still, the next one included. */
  int left(CellRecord cell) {
    int wanted =
        job.addGenerations() > 0
            ? job.addGenerations() - cell.completeOf(job.lease().job())
            : StopRule.FEWEST_GENERATIONS - cell.complete().size();
    return Math.max(1, wanted);
  }
}
