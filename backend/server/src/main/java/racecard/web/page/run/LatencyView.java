package racecard.web.page.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecard.report.ContenderResult;
import racecard.report.Figures;
import racecard.report.Percentiles;
import racecard.report.RunReport;
import racecard.view.chart.Latencies;

/** How long tasks take, one by one. */
final class LatencyView {
  private LatencyView() {}

  /** Null before a generation is complete. */
  static @Nullable Latencies of(RunReport report) {
    List<Latencies.Row> rows =
        report.placed().stream().filter(LatencyView::known).map(one -> row(report, one)).toList();
    if (rows.isEmpty()) {
      return null;
    }
    boolean all = rows.stream().allMatch(row -> row.total().p99Ns() != null);
    return new Latencies(rows, all ? "" : "the 99th percentile is shown from 1,000 tasks on");
  }

  private static boolean known(ContenderResult one) {
    return one.total().count() > 0 && one.service().count() > 0;
  }

  private static Latencies.Row row(RunReport report, ContenderResult one) {
    return new Latencies.Row(
        Shown.contender(report, one),
        percentiles(Objects.requireNonNull(Percentiles.of(one.total()))),
        percentiles(Objects.requireNonNull(Percentiles.of(one.service()))));
  }

  private static Latencies.Percentiles percentiles(Percentiles of) {
    Long p99 = of.p99();
    return new Latencies.Percentiles(
        of.p50(),
        of.p90(),
        p99 == null ? null : p99.doubleValue(),
        of.max(),
        Shown.figure(of.p50(), Figures::time),
        Shown.figure(of.p90(), Figures::time),
        Shown.figure(p99, Figures::time),
        Shown.figure(of.max(), Figures::time));
  }
}
