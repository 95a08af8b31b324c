package racecard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import racecard.view.Contender;
import racecard.view.Fact;
import racecard.view.Link;
import racecard.view.Moment;
import racecard.view.PostForm;
import racecard.view.State;
import racecard.view.chart.Latencies;
import racecard.view.chart.Ranking;
import racecard.view.chart.Rounds;
import racecard.view.chart.Timeline;
import racecard.view.run.Actions;
import racecard.view.run.Answer;
import racecard.view.run.Environment;
import racecard.view.run.Numbers;
import racecard.view.run.Progress;
import racecard.view.run.Repeat;
import racecard.view.run.RunParts;
import racecard.view.run.Sentence;
import racecard.view.run.Why;

/** Runs as they look in each of their states, with invented figures. */
final class RunSamples {
  static final Moment WHEN = new Moment("2026-11-24T14:02:00Z", "24 Nov 2026, 14:02");
  static final String CSRF = "token-1";

  /** A contender with its time in seconds and half the width of its interval. */
  record Figure(String name, double seconds, double half, String words, boolean tied) {
    Contender contender() {
      return new Contender(name, name.startsWith("jvm/") ? name.substring("jvm/".length()) : name);
    }

    double ns() {
      return seconds * 1e9;
    }
  }

  static final List<Figure> DOWNLOADS =
      List.of(
          new Figure("jvm/virtual-threads", 0.206, 0.001, "", true),
          new Figure("jvm/event-loop", 0.207, 0.001, "tied", true),
          new Figure("jvm/threads", 0.209, 0.002, "tied", true),
          new Figure("jvm/thread-pool", 0.216, 0.002, "slightly slower", false),
          new Figure("jvm/process-pool", 0.231, 0.006, "slower", false),
          new Figure("jvm/processes", 1.043, 0.04, "slower", false),
          new Figure("jvm/sequential", 1.999, 0.002, "slower", false));

  static final List<Figure> MANY =
      List.of(
          new Figure("jvm/virtual-threads", 0.21, 0.003, "", true),
          new Figure("jvm/event-loop", 0.211, 0.004, "tied", true),
          new Figure("cpython-3.11/asyncio-process-pool", 0.213, 0.008, "tied", true),
          new Figure("cpython-3.11/uvloop", 0.236, 0.01, "slower", false),
          new Figure("cpython-3.11/asyncio", 0.262, 0.012, "slower", false),
          new Figure("cpython-3.11/trio", 0.281, 0.02, "slower", false),
          new Figure("cpython-3.11/gevent", 0.283, 0.02, "slower", false),
          new Figure("jvm/thread-pool", 0.33, 0.02, "slower", false),
          new Figure("cpython-3.13-freethreaded/thread-pool", 0.41, 0.02, "slower", false),
          new Figure("node-20/promises", 0.52, 0.03, "slower", false),
          new Figure("jvm/processes", 2.9, 0.3, "slower", false),
          new Figure("cpython-3.11/processes-forkserver", 4.4, 0.3, "slower", false),
          new Figure("jvm/sequential", 31.1, 0.2, "slower", false),
          new Figure("cpython-3.11/sequential", 31.4, 0.3, "slower", false));

  private RunSamples() {}

  static RunParts done() {
    return parts(State.DONE, DOWNLOADS, 45, 10);
  }

  static RunParts many() {
    return parts(State.DONE, MANY, 15, 100);
  }

  static RunParts running() {
    return parts(State.RUNNING, DOWNLOADS, 5, 10);
  }

  /** One contender alone: no interval, no verdict, no grade. */
  static RunParts alone() {
    RunParts parts = parts(State.DONE, DOWNLOADS.subList(0, 1), 9, 1);
    Ranking.Row row =
        new Ranking.Row(
            "1", DOWNLOADS.getFirst().contender(), 206e6, null, null, "0.206 s", "", "", "", false);
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
        parts.repeat());
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
        null);
  }

  static RunParts failed() {
    return new RunParts(
        answer("f7t2z9kd", State.FAILED, null, "", ""),
        actions(true),
        new Progress(
            State.FAILED,
            "A runner ended before it was told to",
            DOWNLOADS.get(5).contender(),
            3,
            63,
            "3 rounds were measured before and are kept.",
            "Failed · fetch · Racecard",
            new Progress.Failure(
                "RUNNER_CRASHED",
                "jvm/processes ended with signal 9 in generation 1, block 2.",
                "It was probably killed for memory or by hand: lower tasks or in flight, or close"
                    + " other programs, and run it again.")),
        new Ranking(List.of(), others(), null, "", 10, false),
        null,
        null,
        null,
        null,
        null,
        environment(),
        repeat());
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
        ranking(figures, !done),
        timeline(figures, tasks),
        rounds(figures, rounds),
        latency(figures, tasks),
        why(figures),
        numbers(figures, !done),
        environment(),
        repeat());
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
        DOWNLOADS.get(3).contender(),
        37,
        63,
        "37 of about 63 rounds · about 40 s left",
        "58 % · fetch · Racecard",
        null);
  }

  private static Ranking ranking(List<Figure> figures, boolean provisional) {
    List<Ranking.Row> rows = new ArrayList<>();
    double base = figures.getLast().seconds();
    for (Figure figure : figures) {
      rows.add(
          new Ranking.Row(
              figure.tied() ? "1=" : String.valueOf(rows.size() + 1),
              figure.contender(),
              figure.ns(),
              figure.ns() - figure.half() * 1e9,
              figure.ns() + figure.half() * 1e9,
              text("%.3f s", figure.seconds()),
              figure == figures.getLast() ? "baseline" : text("%.2f×", base / figure.seconds()),
              figure == figures.getLast()
                  ? ""
                  : text("%.2f", base / (figure.seconds() + figure.half()))
                      + text("–%.2f", base / (figure.seconds() - figure.half())),
              figure.words(),
              figure.tied()));
    }
    return new Ranking(
        rows,
        others(),
        new Ranking.Limit(200e6, "limit 0.200 s"),
        "tied: within 5 %",
        10,
        provisional);
  }

  private static List<Ranking.Other> others() {
    return List.of(
        new Ranking.Other(
            new Contender("cpython-3.11/gevent", "cpython-3.11/gevent"),
            "skipped",
            "one round would take about 31 s, more than 20 s",
            "Lower tasks or the delay."),
        new Ranking.Other(new Contender("jvm/sequential#2", "sequential#2"), "waiting", "", ""));
  }

  private static Timeline timeline(List<Figure> figures, int tasks) {
    return new Timeline(
        figures.stream().map(figure -> group(figure, tasks)).toList(),
        "a lane is a task, a mark is a download, grey is waiting to start",
        tasks == 100 ? "100 of 4,000 tasks, evenly chosen" : "");
  }

  private static Timeline.Group group(Figure figure, int tasks) {
    boolean serial = figure.name().contains("sequential");
    boolean late = figure.name().contains("/processes");
    double task = serial ? figure.ns() / tasks : late ? 200e6 : figure.ns() * 0.97;
    List<Timeline.Lane> lanes =
        IntStream.range(0, tasks)
            .mapToObj(i -> {
              double room = figure.ns() - task;
              double start =
                  tasks == 1 ? 0 : room * (serial || late ? i / (tasks - 1.0) : i % 3 / 3.0);
              double first = late ? figure.ns() * 0.4 + start * 0.5 : start;
              return new Timeline.Lane(
                  0,
                  first,
                  first + task,
                  List.of(first + task / 4, first + task / 2, first + task * 3 / 4, first + task));
            })
            .toList();
    return new Timeline.Group(figure.contender(), figure.ns(), lanes);
  }

  private static Rounds rounds(List<Figure> figures, int count) {
    Random random = new Random(3);
    return new Rounds(
        figures.stream()
            .map(figure ->
                new Rounds.Row(
                    figure.contender(),
                    figure.ns(),
                    IntStream.range(0, count).mapToObj(i -> dot(figure, i, random)).toList()))
            .toList(),
        "hollow: unusual, kept; dashed: interrupted; crossed: invalid");
  }

  private static Rounds.Dot dot(Figure figure, int i, Random random) {
    double ns = figure.ns() * (1 + 0.012 * random.nextGaussian());
    if (i == 7) {
      return new Rounds.Dot(ns * 1.09, Rounds.Kind.UNUSUAL);
    }
    return new Rounds.Dot(
        ns, i == 8 ? Rounds.Kind.PARTIAL : i == 4 ? Rounds.Kind.INVALID : Rounds.Kind.USUAL);
  }

  private static Latencies latency(List<Figure> figures, int tasks) {
    return new Latencies(
        figures.stream()
            .map(figure -> {
              double service = figure.name().contains("sequential") ? 0.2 : 0.97;
              return new Latencies.Row(
                  figure.contender(),
                  percentiles(figure.ns(), tasks),
                  percentiles(figure.ns() * service, tasks));
            })
            .toList(),
        tasks == 100 ? "" : "the 99th percentile is shown from 1,000 tasks on");
  }

  private static Latencies.Percentiles percentiles(double ns, int tasks) {
    boolean many = tasks == 100;
    return new Latencies.Percentiles(
        ns * 0.5,
        ns * 0.9,
        many ? ns * 0.97 : null,
        ns,
        text("%.3f s", ns * 0.5 / 1e9),
        text("%.3f s", ns * 0.9 / 1e9),
        many ? text("%.3f s", ns * 0.97 / 1e9) : "–",
        text("%.3f s", ns / 1e9));
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
                        : text("%.2f", 1.4 * figure.seconds() % 2),
                    "0.31 s",
                    "1,310 MB",
                    "140",
                    "10",
                    "1.31 s",
                    "0.012 s",
                    "4,310",
                    "–"))
            .toList());
  }

  private static Numbers numbers(List<Figure> figures, boolean provisional) {
    List<Numbers.Row> rows = new ArrayList<>();
    for (Figure figure : figures) {
      rows.add(
          new Numbers.Row(
              figure.contender(),
              List.of(
                  text("%.3f", figure.seconds()), "9.70", "9.66–9.74", "0.97", "71", "4", "0.31"),
              figure == figures.getLast(),
              ""));
    }
    rows.add(
        new Numbers.Row(
            new Contender("cpython-3.11/gevent", "cpython-3.11/gevent"),
            List.of(),
            false,
            "skipped: one round would take about 31 s, more than 20 s"));
    return new Numbers(
        List.of("median s", "× sequential", "95 %", "of the limit", "peak MB", "threads", "CPU s"),
        rows,
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
        List.of(new Fact("Other CPU", "0.4 %, at most 1.1 %"), new Fact("Steal", "0.0 %")));
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

  private static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
