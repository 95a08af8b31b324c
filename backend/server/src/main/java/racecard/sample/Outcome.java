package racecard.sample;

import org.jspecify.annotations.Nullable;
import racecard.statistics.Assessment;

/**
 * What a cell came to.
 *
 * @param leader the contender with the largest speed-up, of the baseline that was named first where
 *     there are several; null without a verdict
 * @param grade A, B or C; null without a verdict
 * @param summaryJson what lists and pages show of it, an object
 */
public record Outcome(
    int cell, @Nullable String leader, @Nullable String grade, String summaryJson) {

  /** The outcome that {@code assessment} is. */
  public static Outcome of(int cell, Assessment assessment) {
    String leader = assessment.comparison().leader();
    return new Outcome(
        cell, leader, leader == null ? null : assessment.grade(), Json.record(assessment));
  }

  /** What {@link #of} kept. */
  public Assessment assessment() {
    return Json.record(summaryJson, Assessment.class);
  }
}
