package racecard.worker;

import java.util.ArrayList;
import java.util.List;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.statistics.Entrant;

/** The contenders of a cell that take part, in the order they were asked for. */
final class Field {
  private final Plan plan;
  private final List<ContenderName> racing;

  Field(Plan plan) {
    this.plan = plan;
    this.racing = new ArrayList<>(plan.contenders());
  }

  List<ContenderName> racing() {
    return List.copyOf(racing);
  }

  /** Those of them that the job measures. */
  List<ContenderName> entering() {
    return racing.stream().filter(plan.measured()::contains).toList();
  }

  boolean races(ContenderName contender) {
    return racing.contains(contender);
  }

  void leave(ContenderName contender) {
    racing.remove(contender);
  }

  /**
   * The contender that {@code contender} is divided by: the chosen one, or its runtime's
   * sequential. Where that does not take part, the first that does takes its place; of the same
   * runtime when none was chosen.
   */
  ContenderName baselineOf(ContenderName contender) {
    ContenderName wanted = plan.baselineOf(contender);
    if (races(wanted)) {
      return wanted;
    }
    return racing.stream()
        .filter(other -> !other.control())
        .filter(other -> plan.baseline() != null || other.runtime().equals(contender.runtime()))
        .findFirst()
        .orElse(contender);
  }

  /** The contenders as they enter the comparison, each with what it cannot beat. */
  List<Entrant> entrants(Physics physics, CellRecord cell) {
    return racing.stream().map(contender -> entrant(contender, physics, cell)).toList();
  }

  private Entrant entrant(ContenderName contender, Physics physics, CellRecord cell) {
    ContenderName baseline = baselineOf(contender);
    return new Entrant(
        contender.toString(),
        baseline.toString(),
        contender.control(),
        limitNs(contender, physics, cell),
        physics.mostSpeedUp(contender, baseline));
  }

  /** A clock that shows less than its own CPU time needs on all cores is beyond physics too. */
  private static double limitNs(ContenderName contender, Physics physics, CellRecord cell) {
    double cpuLimit = physics.fastestNs(cell.medianCpuNs(contender));
    boolean tooMuchCpu = cpuLimit > cell.medianWallNs(contender) * Physics.CPU_TOLERANCE;
    return Math.max(physics.limitNs(contender), tooMuchCpu ? cpuLimit : 0);
  }
}
