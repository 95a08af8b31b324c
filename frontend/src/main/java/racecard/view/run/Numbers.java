package racecard.view.run;

import java.util.List;
import racecard.view.Contender;

/**
 * All numbers in one table.
 *
 * @param columns headings with their unit, without the contender's
 * @param note what must be known to read it; empty for nothing
 * @param markdown the same table to paste elsewhere
 * @param provisional whether measuring goes on
 */
public record Numbers(
    List<String> columns, List<Row> rows, String note, String markdown, boolean provisional) {

  /**
   * One contender; as many cells as there are columns.
   *
   * @param reason why it was not measured; empty when it was
   */
  public record Row(Contender contender, List<String> cells, boolean baseline, String reason) {}
}
