package racecard.accuracy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import racecard.instrument.Report;
import racecard.instrument.RunningServer;

/**
 * Live: who calls identical things different beside a busy core; their times are told beside it.
 */
final class HeadToHead {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int HYPERFINE_RUNS = 30;
  private static final String REQUEST =
      "{\"workload\":\"power\",\"params\":{\"base\":7777,\"exponent\":70000},\"tasks\":10,"
          + "\"precision\":\"quick\",\"contenders\":[\"jvm/sequential\",\"jvm/sequential#2\"]}";

  private final RunningServer server;
  private final int times;

  /** As many times each. */
  HeadToHead(RunningServer server, int times) {
    this.server = server;
    this.times = times;
  }

  List<Figure> figures() throws Exception {
    Count ours = new Count();
    Count hyperfine = new Count();
    Count jmh = new Count();
    try (BusyCore _ = BusyCore.start()) {
      for (int i = 0; i < times; i++) {
        ours.add(this::weTellClonesApart);
        hyperfine.add(() -> Hyperfine.tellsClonesApart(HYPERFINE_RUNS));
        jmh.add(Jmh::tellsClonesApart);
      }
    }
    boolean fewer = ours.wrong < hyperfine.wrong && ours.wrong < jmh.wrong;
    return List.of(
        new Figure(
            "M7", "A/A called different beside a busy core, ours", ours.text(), "fewer", fewer),
        new Figure("M7", "the same, hyperfine: ratio beyond its ±", hyperfine.text(), "", true),
        new Figure("M7", "the same, JMH: intervals (99.9 %) apart", jmh.text(), "", true));
  }

  private boolean weTellClonesApart() throws Exception {
    String id = server.submit(REQUEST).path("id").stringValue();
    String verdict =
        server.await(id, LIMIT).run().path("contenders").path(1).path("verdict").asString("");
    return verdict.equals("faster") || verdict.equals("slower");
  }

  /** How often a tool was wrong, and how long it took each time. */
  private final class Count {
    private final long[] tookNs = new long[times];
    private int done;
    private int wrong;

    void add(Callable<Boolean> clones) throws Exception {
      long beganNs = System.nanoTime();
      wrong += clones.call() ? 1 : 0;
      tookNs[done++] = System.nanoTime() - beganNs;
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%d of %d, in %.0f s each",
          wrong,
          times,
          Report.percentile(tookNs, 0.5) / 1e9);
    }
  }
}
