package racecard.accuracy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import racecard.instrument.Report;
import racecard.instrument.RunningServer;

/** Live: how long two contenders take to be told apart that differ by more than a fifth. */
final class TimeToVerdict {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String REQUEST =
      "{\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":125000},\"tasks\":10,"
          + "\"precision\":\"balanced\",\"contenders\":[\"jvm/sequential\",\"jvm/thread-pool\"]}";

  private final RunningServer server;
  private final int jobs;

  /** As many jobs quiet, and as many beside a busy core. */
  TimeToVerdict(RunningServer server, int jobs) {
    this.server = server;
    this.jobs = jobs;
  }

  List<Figure> figures() throws Exception {
    List<RunningServer.Measured> quiet = measure();
    List<RunningServer.Measured> disturbed;
    try (BusyCore _ = BusyCore.start()) {
      disturbed = measure();
    }
    return List.of(
        seconds(first(quiet, 0.5), 7, "provisional answer, median, quiet"),
        seconds(first(disturbed, 0.95), 7, "provisional answer, p95, disturbed"),
        seconds(whole(quiet, 0.5), 20, "final verdict, median, quiet"),
        seconds(whole(disturbed, 0.95), 45, "final verdict, p95, disturbed"));
  }

  private List<RunningServer.Measured> measure() throws Exception {
    List<RunningServer.Measured> runs = new ArrayList<>();
    for (int job = 0; job < jobs; job++) {
      runs.add(server.await(server.submit(REQUEST).path("id").stringValue(), LIMIT));
    }
    return runs;
  }

  private static double first(List<RunningServer.Measured> runs, double share) {
    return percentile(runs.stream().map(RunningServer.Measured::firstAnswer), share);
  }

  private static double whole(List<RunningServer.Measured> runs, double share) {
    return percentile(runs.stream().map(RunningServer.Measured::whole), share);
  }

  private static double percentile(Stream<Duration> times, double share) {
    return Report.percentile(times.mapToLong(Duration::toMillis).toArray(), share) / 1e3;
  }

  private static Figure seconds(double measured, double most, String what) {
    return new Figure(
        "M5",
        "two contenders, " + what,
        String.format(Locale.ROOT, "%.1f s", measured),
        String.format(Locale.ROOT, "≤ %.0f s", most),
        measured <= most);
  }
}
