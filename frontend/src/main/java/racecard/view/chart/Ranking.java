package racecard.view.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;

/**
 * The contenders, best first.
 *
 * @param rows those with a result, best first
 * @param others those without, in any order
 * @param limit what physics allows; null when it is not known
 * @param tie the meaning of the bracket, as "tied: within 5 %"
 * @param tasks how many tasks the times are for
 * @param provisional whether measuring goes on
 */
public record Ranking(
    List<Row> rows,
    List<Other> others,
    @Nullable Limit limit,
    String tie,
    int tasks,
    boolean provisional) {

  /** Whether any bar has a whisker. */
  public boolean whiskers() {
    return rows.stream().anyMatch(row -> row.lowNs() != null);
  }

  /**
   * One bar.
   *
   * @param rank as "1=" where several share it, "4"; empty for a control, which has none
   * @param lowNs the low end of the whisker; null without an interval
   * @param highNs its high end
   * @param time as "0.206 s"
   * @param speedUp as "9.70×"; "baseline" for the baseline; empty without
   * @param interval as "9.66–9.74"; empty without
   * @param words the verdict against the leader, as "slightly slower"; empty for the leader
   * @param tied whether it is tied with the leader; the leader itself is when anybody is
   */
  public record Row(
      String rank,
      Contender contender,
      double medianNs,
      @Nullable Double lowNs,
      @Nullable Double highNs,
      String time,
      String speedUp,
      String interval,
      String words,
      boolean tied) {}

  /**
   * A contender without a bar.
   *
   * @param status as "skipped", "failed" or "waiting"
   * @param remedy what to do; empty when there is nothing
   */
  public record Other(Contender contender, String status, String reason, String remedy) {}

  /** The shortest time that is possible, as "limit 0.200 s". */
  public record Limit(double ns, String text) {}
}
