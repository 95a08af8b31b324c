package racecard.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.page.ChartSamples.Figure;
import racecard.view.Contender;
import racecard.view.Fact;
import racecard.view.Link;
import racecard.view.Moment;
import racecard.view.PostForm;
import racecard.view.State;
import racecard.view.chart.Ranking;
import racecard.view.chart.Strip;
import racecard.view.run.Actions;
import racecard.view.run.Answer;
import racecard.view.run.Environment;
import racecard.view.run.Inside;
import racecard.view.run.Levels;
import racecard.view.run.Numbers;
import racecard.view.run.Progress;
import racecard.view.run.Repeat;
import racecard.view.run.RunParts;
import racecard.view.run.Sentence;
import racecard.view.run.Use;
import racecard.view.run.Why;

/** Runs as they look in each of their states, with invented figures. */
final class RunSamples {
  static final Moment WHEN = new Moment("2026-11-24T14:02:00Z", "24 Nov 2026, 14:02");
  static final String CSRF = "token-1";

  private RunSamples() {}

  static RunParts done() {
    return parts(State.DONE, ChartSamples.DOWNLOADS, 45, 10);
  }

  static RunParts many() {
    return parts(State.DONE, ChartSamples.MANY, 15, 100);
  }

  static RunParts running() {
    return parts(State.RUNNING, ChartSamples.DOWNLOADS, 5, 10);
  }

  /** One contender alone: no interval, no verdict, no grade. */
  static RunParts alone() {
    RunParts parts = parts(State.DONE, ChartSamples.DOWNLOADS.subList(0, 1), 9, 1);
    Ranking.Row row =
        new Ranking.Row(
            "1",
            ChartSamples.DOWNLOADS.getFirst().contender(),
            206e6,
            null,
            null,
            "0.206 s",
            "",
            "",
            "",
            false);
    return new RunParts(
        answer("k3v9q2mw", State.DONE, null, "", "One contender alone has no verdict."),
        parts.actions(),
        null,
        new Ranking(List.of(row), List.of(), null, "", 1, false),
        parts.timeline(),
        parts.rounds(),
        parts.latency(),
        parts.why(),
        parts.numbers(),
        parts.environment(),
        parts.use(),
        parts.repeat(),
        List.of());
  }

  static RunParts queued() {
    return new RunParts(
        answer("m4x8c1bn", State.QUEUED, null, "", ""),
        new Actions(null, null, null, null, "", post("cancellation"), null, List.of()),
        new Progress(
            State.QUEUED,
            "Waiting behind 2 other runs",
            null,
            0,
            0,
            "starts in about 3 min, at about 14:05",
            "Waiting · fetch · Racecard",
            null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  static RunParts failed() {
    return new RunParts(
        answer("f7t2z9kd", State.FAILED, null, "", ""),
        actions(true),
        new Progress(
            State.FAILED,
            "A runner ended before it was told to",
            ChartSamples.DOWNLOADS.get(5).contender(),
            3,
            63,
            "3 rounds were measured before and are kept.",
            "Failed · fetch · Racecard",
            new Progress.Failure(
                "RUNNER_CRASHED",
                "jvm/processes ended with signal 9 in generation 1, block 2.",
                "It was probably killed for memory or by hand: lower tasks or in flight, or close"
                    + " other programs, and run it again.")),
        new Ranking(List.of(), ChartSamples.others(), null, "", 10, false),
        null,
        null,
        null,
        null,
        null,
        environment(),
        null,
        repeat(),
        List.of());
  }

  /** All cells of a run of several, one of them not measured. */
  static RunParts levels(Levels levels) {
    return new RunParts(
        answer(
            "s5c1l2ng",
            State.DONE,
            ChartSamples.DOWNLOADS.getFirst().contender(),
            "Virtual threads",
            "scale to 32 in flight, then no further: 1,520 tasks a second there."),
        actions(true),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        repeat(),
        List.of(),
        levels);
  }

  private static RunParts parts(State state, List<Figure> figures, int rounds, int tasks) {
    boolean done = state == State.DONE;
    return new RunParts(
        answer(
            "k3v9q2mw",
            state,
            figures.getFirst().contender(),
            "Virtual threads",
            done
                ? "are 9.70 times as fast as one after another, tied with event-loop and threads."
                : "seem about 9.6 times as fast as one after another."),
        actions(done),
        done ? null : progress(),
        ChartSamples.ranking(figures, !done),
        ChartSamples.timeline(figures, tasks),
        ChartSamples.rounds(figures, rounds),
        ChartSamples.latency(figures, tasks),
        why(figures),
        numbers(figures, !done),
        environment(),
        use(),
        repeat(),
        List.of(
            new RunParts.RuntimeLink("all runtimes", "/runs/k3v9q2mw", true),
            new RunParts.RuntimeLink("jvm", "/runs/k3v9q2mw?runtime=jvm", false)));
  }

  private static Answer answer(
      String id, State state, @Nullable Contender leader, String winner, String sentence) {
    boolean done = state == State.DONE && leader != null;
    return new Answer(
        id,
        "The article’s table: downloads",
        "fetch · 10 × 4 × 50 ms",
        WHEN,
        state,
        state == State.DONE ? "done in 48 s" : "",
        leader,
        winner,
        sentence,
        "95 % interval 9.66–9.74 · 10 tasks × 4 downloads of 50 ms, all in flight · tiny-box, 2"
            + " cores, Temurin 25.0.3 · 3 generations, 105 rounds",
        done ? new Answer.Grade("B", "measured alone, the host was busy once") : null,
        done
            ? List.of(
                new Answer.Warning(
                    "The host was busy.",
                    "Another program used the CPU while some rounds ran. Close it and measure more.",
                    "7.2 % of a core in 3 of 15 blocks",
                    false))
            : List.of(),
        state == State.RUNNING,
        done
            ? "Measured elsewhere, by Racecard 1.0.0; imported Wed 25 Nov, 14:02 by the form."
            : "",
        done ? List.of("article", "downloads") : List.of(),
        done ? "First try on the new box.\nSecond line of the note." : "");
  }

  private static PostForm post(String what) {
    return PostForm.to("/runs/k3v9q2mw/" + what, CSRF);
  }

  private static Actions actions(boolean done) {
    return new Actions(
        done ? "/runs/k3v9q2mw/shares" : null,
        done ? PostForm.to("/runs", CSRF) : null,
        "/runs/new?from=k3v9q2mw",
        done ? post("generations") : null,
        done ? "About 40 s more would tell threads and event-loop apart." : "",
        done ? null : post("cancellation"),
        done ? "/runs/k3v9q2mw/deletion" : null,
        done
            ? List.of(
                new Link("JSON", "/runs/k3v9q2mw.json"),
                new Link("CSV of all rounds", "/runs/k3v9q2mw.csv"),
                new Link("One HTML file", "/runs/k3v9q2mw.html"))
            : List.of());
  }

  private static Progress progress() {
    return new Progress(
        State.RUNNING,
        "generation 2, block 3 of 5",
        ChartSamples.DOWNLOADS.get(3).contender(),
        37,
        63,
        "37 of about 63 rounds · about 40 s left",
        "58 % · fetch · Racecard",
        null);
  }

  private static Why why(List<Figure> figures) {
    return new Why(
        List.of(
            Sentence.of(
                "The work is waiting: sequential used *0.06* of 2 cores. Whatever keeps all 10"
                    + " downloads in flight reaches the limit of 4 × 50 ms; here three do, within 5 %."),
            Sentence.of(
                "Processes lose *0.84 s* to starting ten JVMs (83 ms each on 2 cores): they pay from"
                    + " tasks of about *1.4 s*.")),
        2,
        figures.stream()
            .map(figure ->
                new Why.Row(
                    figure.contender(),
                    figure.name().contains("process") ? null : 1.4 * figure.seconds() % 2,
                    figure.name().contains("process")
                        ? "–"
                        : ChartSamples.text("%.2f", 1.4 * figure.seconds() % 2),
                    "0.31 s",
                    "1,310 MB",
                    "140",
                    "10",
                    "1.31 s",
                    "0.012 s",
                    "4,310",
                    "–"))
            .toList(),
        inside(figures));
  }

  private static Inside inside(List<Figure> figures) {
    return new Inside(
        post("profile"),
        "40 s",
        "today, 14:02",
        figures.stream()
            .map(figure ->
                new Inside.Row(
                    figure.contender(),
                    "JFR every 10.0 ms, 10 rounds in 2.061 s",
                    List.of(
                        Sentence.of(
                            "Its *11* processes took *310 MB* of memory together at most (PSS): 41 %"
                                + " of what they count one by one (525 MB, RSS) is shared."),
                        Sentence.of("It allocated *12.0 MB* a round.")),
                    List.of(
                        new Inside.Function(
                            "racecard.jvm.http.BlockingConnection.readTheWholeAnswerOfOneDownload",
                            0.62,
                            "62 %"),
                        new Inside.Function("java.math.MutableBigInteger.square", 0.07, "7.0 %"))))
            .toList());
  }

  private static Numbers numbers(List<Figure> figures, boolean provisional) {
    List<Numbers.Row> rows = new ArrayList<>();
    for (Figure figure : figures) {
      rows.add(
          new Numbers.Row(
              figure.contender(),
              List.of(
                  ChartSamples.text("%.3f", figure.seconds()),
                  "9.70",
                  "9.66–9.74",
                  "0.97",
                  "71",
                  "4",
                  "0.31"),
              figure.equals(figures.getLast()),
              ""));
    }
    rows.add(
        new Numbers.Row(
            new Contender(
                "cpython-3.11/gevent",
                "cpython-3.11/gevent",
                figures.equals(ChartSamples.MANY) ? "cpython-3.11" : ""),
            List.of(),
            false,
            "skipped: one round would take about 31 s, more than 20 s"));
    return new Numbers(
        List.of("median s", "× sequential", "95 %", "of the limit", "peak MB", "threads", "CPU s"),
        rows,
        "Seconds on different runtimes cannot tell which strategy is better.",
        "| contender | median s |\n|---|---:|\n| virtual-threads | 0.206 |",
        provisional);
  }

  private static Environment environment() {
    return new Environment(
        "/hosts/tiny-box",
        List.of(
            new Fact("Host", "tiny-box, 2 × Xeon 2.8 GHz, 24 GiB, Linux 6.8"),
            new Fact("Runtime", "Temurin 25.0.3, G1, heap 512 MiB"),
            new Fact("Limits", "1,048,576 files · 24 GiB · no CPU quota"),
            new Fact("Origin", "local, self-test 21,400 requests/s, 4 % of a core")),
        "Measured alone: one measuring job per host, and other programs used 0.4 % of a core.",
        List.of(new Fact("Other CPU", "0.4 %, at most 1.1 %"), new Fact("Steal", "0.0 %")),
        Strip.of(
            "Other programs, block by block",
            "0.4 % of all cores, 6.1 % in the worst of 6 blocks",
            List.of(0.0, 0.004, 0.011, 0.061, 0.0, 0.002),
            0.05,
            "the line is 5 %, beyond which their average is a warning"));
  }

  private static Use use() {
    return new Use(
        List.of(
            new Use.Program(
                "0",
                "Virtual threads in Java",
                "// 10 tasks: 0.206 s\nvoid main() {\n  IO.println(1 < 2 && 2 > 1);\n}\n")));
  }

  private static Repeat repeat() {
    return new Repeat(
        "/runs/new?from=k3v9q2mw",
        List.of(
            new Repeat.Snippet(
                "curl",
                "curl",
                "curl -X POST http://127.0.0.1:7070/api/v1/runs \\\n  -H 'Content-Type:"
                    + " application/json' \\\n  -d '{\"workload\": \"fetch\", \"tasks\": 10, \"seed\": 4711}'"),
            new Repeat.Snippet("json", "JSON", "{\"workload\": \"fetch\", \"tasks\": 10}")));
  }
}
