package racecard.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;

/**
 * A checked request.
 *
 * @param label at most 200 characters, may be empty
 * @param tags at most 20 of 40 characters each
 * @param note at most 10,000 characters, may be empty
 * @param submittedBy who asks, empty when unknown, at most 200 characters
 * @param submitKey makes a repeated submit answer with the first run; null for none
 * @param wantedHost the only host that may measure it; null for any
 * @param estimateMs how long the plan says it takes
 */
public record NewRun(
    Plan plan,
    String label,
    List<String> tags,
    String note,
    String submittedBy,
    @Nullable String submitKey,
    @Nullable String wantedHost,
    long estimateMs) {

  /** Copies the tags. */
  public NewRun {
    tags = List.copyOf(tags);
  }
}
