package racecard.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecard.view.ConfirmPage;
import racecard.view.Contender;
import racecard.view.ErrorPage;
import racecard.view.Fact;
import racecard.view.Frame;
import racecard.view.Hidden;
import racecard.view.History;
import racecard.view.HostPage;
import racecard.view.HostsPage;
import racecard.view.Link;
import racecard.view.LoginPage;
import racecard.view.MeasuringNow;
import racecard.view.Moment;
import racecard.view.Option;
import racecard.view.Overview;
import racecard.view.PostForm;
import racecard.view.QueuePage;
import racecard.view.RunLine;
import racecard.view.State;
import racecard.view.run.RunFile;
import racecard.view.run.RunPage;
import racecard.view.run.RunParts;
import racecard.view.run.SharePage;
import racecard.view.run.SharedRun;

/** Every page with realistic content, and with none. */
final class Samples {
  private static final String CSRF = RunSamples.CSRF;

  private Samples() {}

  static Frame frame(String title) {
    Frame.Place place =
        Frame.Place.shown().stream()
            .filter(shown -> shown.word().equals(title))
            .findFirst()
            .orElse(Frame.Place.ELSEWHERE);
    return new Frame(
        title,
        place,
        2,
        new Frame.HostStatus(
            "tiny-box · 2 cores · measuring k3v9q2mw, about 40 s left", "/runs/k3v9q2mw"),
        "0.1.0",
        CSRF,
        null,
        "/logout");
  }

  private static Frame live(String title) {
    Frame frame = frame(title);
    return new Frame(title, frame.place(), 0, null, "0.1.0", CSRF, 5, null);
  }

  static RunPage run(RunParts parts) {
    boolean live = parts.progress() != null && parts.progress().failure() == null;
    return new RunPage(
        live ? live("fetch · 10 × 4 × 50 ms") : frame("History"),
        "/runs/k3v9q2mw",
        "/runs/k3v9q2mw/events",
        live,
        parts);
  }

  static SharedRun shared() {
    RunParts run = RunSamples.done();
    return new SharedRun(
        "Virtual threads are 9.70 times as fast as one after another",
        "http://127.0.0.1:7070/s/abc",
        "10 tasks × 4 downloads of 50 ms on tiny-box",
        "0.1.0",
        readOnly(run));
  }

  static RunFile file() {
    return new RunFile(
        "Virtual threads are 9.70 times as fast as one after another",
        "Written by Racecard 0.1.0 on 24 Nov 2026, 14:10",
        readOnly(RunSamples.done()));
  }

  private static RunParts readOnly(RunParts run) {
    return new RunParts(
        run.answer(),
        null,
        null,
        run.ranking(),
        run.timeline(),
        run.rounds(),
        run.latency(),
        run.why(),
        run.numbers(),
        run.environment(),
        run.repeat());
  }

  static SharePage share(boolean made) {
    return new SharePage(
        frame("Share"),
        "/runs/k3v9q2mw",
        "Virtual threads are 9.70 times as fast as one after another, tied with event-loop.",
        PostForm.to("/runs/k3v9q2mw/shares", CSRF),
        made
            ? List.of(
                new SharePage.ShareLink(
                    "1",
                    "http://127.0.0.1:7070/s/3f9k2mq8v7w1x5z0c4b6n8",
                    RunSamples.WHEN,
                    PostForm.to("/runs/k3v9q2mw/shares/3f9k/revocation", CSRF)))
            : List.of(),
        "This Racecard listens on this machine only: the link opens here, the file opens anywhere.",
        false,
        "/runs/k3v9q2mw.html",
        "**Virtual threads** are 9.70 times as fast as one after another.\n\n| contender | s |\n|---|---|");
  }

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
        RunSamples.WHEN,
        label);
  }

  static Overview overview() {
    return new Overview(
        live("Overview"),
        presets(),
        measuring(),
        "Then: “mixed 40 %” (about 1 min 10 s), starts at about 14:05.",
        "",
        LINES.subList(0, 4),
        hostCard());
  }

  static Overview firstStart() {
    return new Overview(
        frame("Overview"),
        presets(),
        null,
        "",
        "Queued runs start when a worker returns. Last heartbeat 14:02.",
        List.of(),
        hostCard());
  }

  private static List<Overview.Preset> presets() {
    return List.of(
        preset(
            "The article’s table: CPU",
            "7777 ** 200000, ten times. Threads, processes, event loop.",
            "About 1 min 20 s"),
        preset("The article’s table: downloads", "4 URLs of 50 ms each, ten times.", "About 50 s"),
        preset("Many slow connections", "4,000 downloads of 500 ms at once.", "About 40 s"),
        preset(
            "All my cores", "SHA-256 over 32 MiB, twice as many tasks as cores.", "About 1 min"));
  }

  private static Overview.Preset preset(String title, String text, String duration) {
    return new Overview.Preset(
        title,
        text,
        duration,
        new PostForm("/runs", CSRF, List.of(new Hidden("workload", "power"))),
        "/runs/new?workload=power");
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

  private static Overview.HostCard hostCard() {
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
        live("Queue"),
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
        frame("Queue"),
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
        frame("History"),
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
        frame("History"),
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

  static HostsPage hosts() {
    return new HostsPage(
        frame("Hosts"),
        List.of(
            new HostsPage.Host(
                "tiny-box",
                "/hosts/tiny-box",
                true,
                "measuring k3v9q2mw",
                "2",
                "24 GiB",
                "Linux 6.8",
                List.of("JVM Temurin 25.0.3", "CPython 3.11.2")),
            new HostsPage.Host(
                "lab-2",
                "/hosts/lab-2",
                false,
                "last heard of at 14:02",
                "16",
                "64 GiB",
                "Linux 6.12",
                List.of("JVM Temurin 25.0.3"))));
  }

  static HostPage host() {
    return new HostPage(
        frame("tiny-box"),
        "tiny-box",
        true,
        "idle",
        List.of(
            new HostPage.Facts("Machine", hostCard().facts()),
            new HostPage.Facts(
                "Limits",
                List.of(new Fact("Open files", "1,048,576"), new Fact("CPU quota", "none")))),
        List.of(
            new HostPage.FoundRuntime(
                "JVM",
                "Temurin 25.0.3",
                "/usr/lib/jvm/temurin-25-jdk-amd64/bin/java",
                RunSamples.DOWNLOADS.stream().map(RunSamples.Figure::contender).toList(),
                List.of()),
            new HostPage.FoundRuntime(
                "CPython",
                "3.11.2",
                "/usr/bin/python3",
                List.of(new Contender("cpython-3.11/asyncio", "asyncio")),
                List.of(
                    new HostPage.Missing(
                        new Contender("cpython-3.11/gevent", "gevent"),
                        "gevent is not installed",
                        "pip install gevent")))));
  }

  static LoginPage login() {
    return new LoginPage(CSRF, "/runs", "That is not the password.", "0.1.0");
  }

  static ConfirmPage confirm() {
    return new ConfirmPage(
        frame("Delete"),
        "Delete run k3v9q2mw?",
        "Its 105 rounds and 2 links will be gone. This cannot be undone.",
        "Delete this run",
        PostForm.to("/runs/k3v9q2mw/deletion", CSRF),
        "/runs/k3v9q2mw");
  }

  static ErrorPage error() {
    return new ErrorPage(
        frame("Not found"),
        404,
        "There is no such run",
        "Nothing is known of run zzzz. It may have been deleted.",
        "Look for it in the history.",
        new Link("History", "/runs"));
  }
}
