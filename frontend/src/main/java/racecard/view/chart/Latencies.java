package racecard.view.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;

/**
 * How long tasks take, one by one.
 *
 * @param note as "the 99th percentile is shown from 1,000 tasks on"; empty for none
 */
public record Latencies(List<Row> rows, String note) {

  /** One contender: since submission, and since its start. */
  public record Row(Contender contender, Percentiles total, Percentiles service) {}

  /**
   * Percentiles of one measure.
   *
   * @param p99Ns null below 1,000 tasks
   * @param p50 for people, with the unit
   * @param p99 "–" below 1,000 tasks
   */
  public record Percentiles(
      double p50Ns,
      double p90Ns,
      @Nullable Double p99Ns,
      double maxNs,
      String p50,
      String p90,
      String p99,
      String max) {}
}
