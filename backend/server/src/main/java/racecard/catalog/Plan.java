package racecard.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one job measures: checked, complete, and the same for every generation.
 *
 * @param tasks how many tasks one round executes
 * @param inFlight at most how many of them execute at once
 * @param contenders in the order they were asked for, controls included
 * @param baseline the one all others are divided by; null for each runtime's own {@code sequential}
 * @param marginPercent how far apart two contenders may be and still be tied
 * @param budgetS the time after which no further generation is begun, once three are measured
 * @param seed of the order of rounds
 * @param targets where {@code fetch} downloads the user's URLs from; empty with the local origin
 * @param alone those of the contenders that further generations measure alone; empty for all
 * @param profiles whether the job profiles the contenders instead of measuring them
 */
public record Plan(
    Parameters parameters,
    int tasks,
    int inFlight,
    List<ContenderName> contenders,
    @Nullable ContenderName baseline,
    Precision precision,
    int marginPercent,
    int budgetS,
    long seed,
    List<Target> targets,
    List<ContenderName> alone,
    boolean profiles) {

  /** A plan that measures all its contenders. */
  public Plan(
      Parameters parameters,
      int tasks,
      int inFlight,
      List<ContenderName> contenders,
      @Nullable ContenderName baseline,
      Precision precision,
      int marginPercent,
      int budgetS,
      long seed,
      List<Target> targets) {
    this(
        parameters,
        tasks,
        inFlight,
        contenders,
        baseline,
        precision,
        marginPercent,
        budgetS,
        seed,
        targets,
        List.of(),
        false);
  }

  /** Copies the lists, so that a plan never changes. */
  public Plan {
    contenders = List.copyOf(contenders);
    targets = List.copyOf(targets);
    alone = List.copyOf(alone);
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one contender");
    }
    if (!contenders.containsAll(alone)) {
      throw new IllegalArgumentException("only contenders of the plan can be measured alone");
    }
  }

  /** The same with other tasks, at most so many in flight. */
  public Plan with(int otherTasks, int otherInFlight) {
    return changed(parameters, otherTasks, otherInFlight, alone, profiles);
  }

  /** The same with another number for one parameter. */
  public Plan with(String parameter, long number) {
    return changed(parameters.with(parameter, number), tasks, inFlight, alone, profiles);
  }

  /** The same, measuring these of its contenders alone. */
  public Plan alone(List<ContenderName> these) {
    return changed(parameters, tasks, inFlight, these, false);
  }

  /** The same, profiling these of its contenders; all without a name. */
  public Plan profiling(List<ContenderName> these) {
    return changed(parameters, tasks, inFlight, these, true);
  }

  private Plan changed(
      Parameters otherParameters,
      int otherTasks,
      int otherInFlight,
      List<ContenderName> otherAlone,
      boolean otherProfiles) {
    return new Plan(
        otherParameters,
        otherTasks,
        otherInFlight,
        contenders,
        baseline,
        precision,
        marginPercent,
        budgetS,
        seed,
        targets,
        otherAlone,
        otherProfiles);
  }

  /** The contenders whose children it starts. */
  public List<ContenderName> measured() {
    return alone.isEmpty() ? contenders : alone;
  }

  /** What one task does. */
  public Workload workload() {
    return parameters.workload();
  }

  /**
   * The contender that {@code contender} is divided by: the chosen one or its runtime's sequential.
   */
  public ContenderName baselineOf(ContenderName contender) {
    return baseline != null ? baseline : contender.sequential();
  }
}
