package racecard.report;

import java.util.List;
import racecard.catalog.Plan;
import racecard.run.RunState;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;

/**
 * How a sentence about an assessment ends: what it rests on, and what must be said beside it.
 *
 * @param last whether no sentence about the same run follows
 */
record Ending(Plan plan, RunState state, Assessment assessment, Names names, boolean last) {

  String text() {
    int generations = assessment.comparison().generations();
    String basis = generations == 1 ? "1 generation" : generations + " generations";
    String rest =
        !provisional() || !last
            ? "."
            : switch (state) {
              case QUEUED, RUNNING, STOPPING, DONE -> "; provisional, after %s.".formatted(basis);
              case FAILED -> "; from %s, before the run failed.".formatted(basis);
              case CANCELLED -> "; from %s, before the run was cancelled.".formatted(basis);
            };
    return rest + replacedBaseline() + control();
  }

  /**
   * How long it would take to tell {@code effects} by measuring {@code contenders} alone; nothing
   * while measuring goes on.
   */
  String moreTime(List<Effect> effects, List<String> contenders) {
    return provisional() ? "" : More.clause(effects, contenders, assessment);
  }

  boolean provisional() {
    // Measuring more may be cut short; what was measured to its end before stays an answer.
    return assessment.stop() == null && state != RunState.DONE;
  }

  private String replacedBaseline() {
    if (assessment.comparison().ranking().size() < 2) {
      return "";
    }
    return Replaced.all(plan, assessment).stream()
        .map(replaced -> replaced.sentence(names))
        .reduce("", String::concat);
  }

  private String control() {
    return assessment.comparison().controlDiffers()
        ? " But the same code measured twice came out different: this host cannot be trusted now."
        : "";
  }
}
