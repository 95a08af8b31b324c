package racecard.accuracy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import racecard.instrument.Report;
import racecard.instrument.RunningServer;

/** Live: the time of the same tasks by JMH and by us, in turn. */
final class Agreement {
  private static final int EXPONENT = 200_000;
  private static final int PAIRS = 5;
  private static final double WITHIN = 0.03;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private final RunningServer server;

  Agreement(RunningServer server) {
    this.server = server;
  }

  List<Figure> figures() throws Exception {
    double[] ratios = new double[PAIRS];
    int near = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      ratios[pair] = ours() / Jmh.averageNs(EXPONENT);
      near += Math.abs(ratios[pair] - 1) <= WITHIN ? 1 : 0;
    }
    return List.of(
        new Figure(
            "M8",
            "sequential power, our median ÷ JMH's average, %d pairs".formatted(PAIRS),
            String.format(
                Locale.ROOT,
                "%.3f (%.3f to %.3f)",
                Report.median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow()),
            "all within 3 %",
            near == PAIRS));
  }

  private double ours() throws Exception {
    String request =
        "{\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":%d},\"tasks\":10,\"precision\":\"quick\",\"contenders\":[\"jvm/sequential\"]}"
            .formatted(EXPONENT);
    String id = server.submit(request).path("id").stringValue();
    return server
        .await(id, LIMIT)
        .run()
        .path("contenders")
        .path(0)
        .path("median_ns")
        .asDouble(Double.NaN);
  }
}
