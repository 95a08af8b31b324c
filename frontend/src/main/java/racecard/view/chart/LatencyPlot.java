package racecard.view.chart;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.view.chart.Latencies.Percentiles;
import racecard.view.chart.Latencies.Row;

/**
 * Where the percentiles of tasks are drawn: two lines for each contender, on one axis from zero.
 */
public record LatencyPlot(Axis axis, List<Strip> strips) {

  /** One contender: since submission, and since its start. */
  public record Strip(Row row, Line total, Line service) {}

  /**
   * From the median to the longest.
   *
   * @param p99 null below 1,000 tasks
   */
  public record Line(String p50, String p90, @Nullable String p99, String max) {}

  /** Lays out {@code latencies}. */
  public static LatencyPlot of(Latencies latencies) {
    Axis axis =
        Axis.fromZero(
            latencies.rows().stream()
                .flatMap(row -> Stream.of(row.total(), row.service()))
                .mapToDouble(LatencyPlot::longest)
                .max()
                .orElse(0));
    return new LatencyPlot(
        axis,
        latencies.rows().stream()
            .map(row -> new Strip(row, line(row.total(), axis), line(row.service(), axis)))
            .toList());
  }

  private static double longest(Percentiles percentiles) {
    return Math.max(
        percentiles.maxNs(),
        Math.max(percentiles.p90Ns(), Objects.requireNonNullElse(percentiles.p99Ns(), 0.0)));
  }

  private static Line line(Percentiles percentiles, Axis axis) {
    Double p99 = percentiles.p99Ns();
    return new Line(
        axis.at(percentiles.p50Ns()),
        axis.at(percentiles.p90Ns()),
        p99 == null ? null : axis.at(p99),
        axis.at(percentiles.maxNs()));
  }
}
