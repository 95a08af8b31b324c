package racecard.run;

import java.util.List;
import racecard.catalog.Levels;
import racecard.catalog.Plan;

/** What the check of a request found. */
public sealed interface CheckedRequest {
  /**
   * A request that can be measured.
   *
   * @param plan the first cell's
   * @param levels what varies from cell to cell
   * @param doubts what a person may not have meant; the run is allowed all the same
   */
  record Accepted(
      Plan plan,
      Levels levels,
      String label,
      List<String> tags,
      String note,
      List<FieldError> doubts)
      implements CheckedRequest {

    /** What each cell measures. */
    public List<Plan> cells() {
      return levels.cells(plan);
    }
  }

  /**
   * A request that cannot be measured.
   *
   * @param errors every wrong field at once
   */
  record Refused(List<FieldError> errors) implements CheckedRequest {}
}
