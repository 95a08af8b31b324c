package racecard.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.Fact;
import racecard.view.Hidden;
import racecard.view.History;
import racecard.view.Link;
import racecard.view.MeasuringNow;
import racecard.view.Moment;
import racecard.view.Option;
import racecard.view.Overview;
import racecard.view.PostForm;
import racecard.view.QueuePage;
import racecard.view.RulesPage;
import racecard.view.RunLine;
import racecard.view.State;

/** Overview, queue and history, full and empty. */
final class ListSamples {
  private static final String CSRF = RunSamples.CSRF;

  private static final List<RunLine> LINES =
      List.of(
          line(
              "k3v9q2mw",
              "Virtual threads 9.70×, tied with event-loop, threads",
              "jvm/virtual-threads",
              "A",
              "The article’s table: downloads"),
          line(
              "p8d1x4rt",
              "Process pool 1.96×, threads tied with sequential",
              "jvm/process-pool",
              "A",
              ""),
          line(
              "u2n7w6yh",
              "Undecided between thread-pool and virtual-threads",
              null,
              "B",
              "mixed 40 %"),
          line(
              "c5b9s3ga",
              "cpython-3.11/asyncio-process-pool 14.2× on a name that is rather long",
              "cpython-3.11/asyncio",
              "C",
              ""),
          new RunLine(
              "f7t2z9kd",
              "/runs/f7t2z9kd",
              "hash · 10 × 32 MiB",
              "hash · 10 × 32 MiB",
              "lab-2",
              State.FAILED,
              null,
              null,
              "",
              new Moment("2026-11-20T08:11:00Z", "20 Nov 2026, 08:11"),
              ""),
          new RunLine(
              "q4j6v8ml",
              "/runs/q4j6v8ml",
              "sleep · 10 × 50 ms",
              "sleep · 10 × 50 ms",
              "",
              State.QUEUED,
              null,
              null,
              "",
              RunSamples.WHEN,
              ""));

  private static RunLine line(
      String id, String title, @Nullable String leader, String grade, String label) {
    return new RunLine(
        id,
        "/runs/" + id,
        title,
        "downloads · 10 × 4 × 50 ms",
        "tiny-box",
        State.DONE,
        leader == null ? null : new Contender(leader, leader),
        grade,
        "grade " + grade,
        RunSamples.WHEN,
        label);
  }

  private ListSamples() {}

  static Overview overview() {
    return new Overview(
        Samples.live("Overview"),
        presets(),
        measuring(),
        "Then: “mixed 40 %” (about 1 min 10 s), starts at about 14:05.",
        "",
        LINES.subList(0, 4),
        hostCard());
  }

  static Overview firstStart() {
    return new Overview(
        Samples.frame("Overview"),
        presets(),
        null,
        "",
        "Queued runs start when a worker returns. Last heartbeat 14:02.",
        List.of(),
        hostCard());
  }

  static RulesPage rules() {
    return new RulesPage(
        Samples.frame("Rules of thumb"),
        List.of(
            new RulesPage.Rule(
                "Computing: processes",
                "Work that keeps cores busy goes to processes.",
                "confirmed once",
                List.of(
                    new RulesPage.Finding(
                        new Link("power · 10 × 7777 ** 200000", "/runs/k3v9q2mw"),
                        "tiny-box",
                        "cpython-3.11",
                        "confirmed",
                        "confirms",
                        "processes 1.71× (1.69–1.73) against threads 0.89× (0.88–0.90)")))),
        PostForm.to("/rules/runs", CSRF),
        "2 runs, about 4 min.");
  }

  private static List<Overview.Preset> presets() {
    return List.of(
        preset(
            "The article’s table: CPU",
            "7777 ** 200000, ten times. Threads, processes, event loop.",
            "About 1 min 20 s"),
        preset("The article’s table: downloads", "4 URLs of 50 ms each, ten times.", "About 50 s"),
        preset("The GIL, seen", "Threads on hashing, which lets it go.", "About 20 s"),
        preset("Many slow connections", "4,000 downloads of 500 ms at once.", "About 40 s"),
        preset(
            "All my cores", "SHA-256 over 32 MiB, twice as many tasks as cores.", "About 1 min"));
  }

  private static Overview.Preset preset(String title, String text, String duration) {
    return new Overview.Preset(
        title,
        text,
        List.of(
            new Overview.Start(
                title.contains("GIL") ? "hash" : "",
                duration,
                new PostForm("/runs", CSRF, List.of(new Hidden("workload", "power"))),
                "/runs/new?workload=power")));
  }

  private static MeasuringNow measuring() {
    return new MeasuringNow(
        "/runs/k3v9q2mw",
        "hash · 10 × 32 MiB",
        State.RUNNING,
        "generation 2, block 3 of 5",
        new Contender("jvm/thread-pool", "thread-pool"),
        37,
        63,
        "37 of about 63 rounds · about 40 s left",
        PostForm.to("/runs/k3v9q2mw/cancellation", CSRF));
  }

  static Overview.HostCard hostCard() {
    return new Overview.HostCard(
        "tiny-box",
        "/hosts/tiny-box",
        List.of(
            new Fact("Cores", "2 × Intel Xeon at 2.80 GHz"),
            new Fact("Memory", "24 GiB"),
            new Fact("System", "Linux 6.8"),
            new Fact("Runtimes", "JVM Temurin 25.0.3")));
  }

  static QueuePage queue() {
    return new QueuePage(
        Samples.live("Queue"),
        false,
        PostForm.to("/queue/pause", CSRF),
        "",
        List.of(measuring()),
        IntStream.rangeClosed(1, 2)
            .mapToObj(i ->
                new QueuePage.Waiting(
                    i,
                    LINES.get(5),
                    "in about %d min, at 14:0%d".formatted(i, i),
                    PostForm.to("/runs/q/cancellation", CSRF)))
            .toList(),
        LINES.subList(0, 3));
  }

  static QueuePage paused() {
    return new QueuePage(
        Samples.frame("Queue"),
        true,
        PostForm.to("/queue/resumption", CSRF),
        "",
        List.of(),
        List.of(),
        List.of());
  }

  static History history() {
    return history(LINES, "fetch", "6 of 41 runs");
  }

  static History nothingFound() {
    return history(List.of(), "nuc", "0 of 41 runs");
  }

  static History noRuns() {
    return new History(
        Samples.frame("History"),
        "",
        all("all"),
        all("any"),
        all("any"),
        all("newest first"),
        List.of(),
        "no runs",
        false,
        "",
        null,
        null);
  }

  private static History history(List<RunLine> lines, String text, String summary) {
    return new History(
        Samples.frame("History"),
        text,
        all("all", "power", "fetch"),
        all("any", "done", "failed"),
        all("any", "jvm/virtual-threads"),
        all("newest first", "fastest first"),
        lines,
        summary,
        true,
        "host:nuc " + text,
        "/runs?after=x",
        "/runs?before=y");
  }

  private static List<Option> all(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new Option(i == 0 ? "" : texts[i], texts[i], i == 0))
        .toList();
  }
}
