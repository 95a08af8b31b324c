package racecard.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.statistics.Assessment;
import racecard.statistics.Comparison;
import racecard.statistics.Entrant;
import racecard.statistics.Placing;

/**
 * Contenders that are compared with each other: those of one runtime where each has its own
 * baseline, else all of a run.
 *
 * @param runtime empty for all of a run
 */
record Compared(String runtime, Assessment assessment) {

  /** Takes an assessment of what {@code plan} asked for apart; none of nothing. */
  static List<Compared> of(Plan plan, @Nullable Assessment assessment) {
    if (assessment == null) {
      return List.of();
    }
    List<String> baselines =
        assessment.entrants().stream().map(Entrant::baseline).distinct().toList();
    return baselines.size() < 2 && !byRuntime(plan)
        ? List.of(new Compared("", assessment))
        : baselines.stream().map(baseline -> part(assessment, baseline)).toList();
  }

  // A runtime of which all was skipped leaves the others' names as they are in other cells.
  private static boolean byRuntime(Plan plan) {
    return plan.baseline() == null
        && plan.contenders().stream().map(ContenderName::runtime).distinct().count() > 1;
  }

  /** The contender that leads; null when none does. */
  @Nullable String leader() {
    return assessment.comparison().leader();
  }

  private static Compared part(Assessment all, String baseline) {
    List<Entrant> entrants =
        all.entrants().stream().filter(one -> one.baseline().equals(baseline)).toList();
    List<String> names = entrants.stream().map(Entrant::name).toList();
    return new Compared(
        ContenderName.parse(baseline).runtime(),
        new Assessment(
            part(all.comparison(), names),
            entrants,
            all.flags(),
            all.grade(),
            all.marginPercent(),
            all.stop(),
            all.spentNs(names)));
  }

  private static Comparison part(Comparison whole, List<String> names) {
    List<Placing> placings =
        whole.placings().stream().filter(one -> names.contains(one.name())).toList();
    return new Comparison(
        placings,
        whole.leaders().stream().filter(names::contains).toList(),
        whole.controlDiffers(),
        whole.impossible().stream().filter(names::contains).toList(),
        whole.generations(),
        whole.blocks(),
        whole.invalidBlocks());
  }
}
