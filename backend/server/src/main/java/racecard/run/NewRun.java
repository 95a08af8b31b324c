package racecard.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.catalog.Plan;

/**
 * A checked request.
 *
 * @param plan the first cell's
 * @param label at most 200 characters, may be empty
 * @param tags at most 20 of 40 characters each
 * @param note at most 10,000 characters, may be empty
 * @param submittedBy who asks, empty when unknown, at most 200 characters
 * @param submitKey makes a repeated submit answer with the first run; null for none
 * @param wantedHost the only host that may measure it; null for any
 * @param levels what varies from cell to cell
 * @param estimatesMs how long the plan of each cell says it takes
 */
public record NewRun(
    Plan plan,
    String label,
    List<String> tags,
    String note,
    String submittedBy,
    @Nullable String submitKey,
    @Nullable String wantedHost,
    Levels levels,
    List<Long> estimatesMs) {

  /** Copies the lists. */
  public NewRun {
    tags = List.copyOf(tags);
    estimatesMs = List.copyOf(estimatesMs);
  }

  /** A run of one cell. */
  public NewRun(
      Plan plan,
      String label,
      List<String> tags,
      String note,
      String submittedBy,
      @Nullable String submitKey,
      @Nullable String wantedHost,
      long estimateMs) {
    this(
        plan,
        label,
        tags,
        note,
        submittedBy,
        submitKey,
        wantedHost,
        Levels.NONE,
        List.of(estimateMs));
  }
}
