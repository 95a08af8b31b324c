package racecard.view.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecard.view.Contender;
import racecard.view.chart.Latencies.Percentiles;

final class LatencyPlotTest {
  private static LatencyPlot plot(Percentiles total) {
    Percentiles service = percentiles(100e6, null);
    return LatencyPlot.of(
        new Latencies(
            List.of(new Latencies.Row(new Contender("jvm/threads", "threads"), total, service)),
            ""));
  }

  private static Percentiles percentiles(double p50Ns, @Nullable Double p99Ns) {
    return new Percentiles(p50Ns, p50Ns * 1.5, p99Ns, p50Ns * 2, "", "", "", "");
  }

  @Test
  void both_measures_lie_on_one_axis_from_zero() {
    LatencyPlot plot = plot(percentiles(500e6, 900e6));
    assertThat(plot.axis().zeroBased()).isTrue();
    LatencyPlot.Strip strip = plot.strips().getFirst();
    assertThat(strip.total())
        .isEqualTo(new LatencyPlot.Line("50.00%", "75.00%", "90.00%", "100.00%"));
    assertThat(strip.service()).isEqualTo(new LatencyPlot.Line("10.00%", "15.00%", null, "20.00%"));
  }

  @Test
  void without_enough_tasks_there_is_no_99th_percentile() {
    assertThat(plot(percentiles(500e6, null)).strips().getFirst().total().p99()).isNull();
  }

  @Test
  void more_than_all_cores_fill_the_bar() {
    assertThat(CoresBar.length(1, 2)).isEqualTo("50.0%");
    assertThat(CoresBar.length(2.03, 2)).isEqualTo("100.0%");
    assertThat(CoresBar.length(0.5, 0)).isEqualTo("0.0%");
  }
}
