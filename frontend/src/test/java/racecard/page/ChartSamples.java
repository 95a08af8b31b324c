package racecard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import racecard.view.Contender;
import racecard.view.chart.Latencies;
import racecard.view.chart.Ranking;
import racecard.view.chart.Rounds;
import racecard.view.chart.Timeline;

/** What charts are drawn from, with invented figures. */
final class ChartSamples {
  /** A contender with its time in seconds and half the width of its interval. */
  record Figure(String name, double seconds, double half, String words, boolean tied) {
    Contender contender() {
      int slash = name.indexOf('/');
      return MANY.contains(this)
          ? new Contender(name, name, name.substring(0, slash))
          : new Contender(name, name.substring(slash + 1));
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

  private ChartSamples() {}

  static Ranking ranking(List<Figure> figures, boolean provisional) {
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
              figure.equals(figures.getLast())
                  ? "baseline"
                  : text("%.2f×", base / figure.seconds()),
              figure.equals(figures.getLast())
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

  static List<Ranking.Other> others() {
    return List.of(
        new Ranking.Other(
            new Contender("cpython-3.11/gevent", "cpython-3.11/gevent"),
            "skipped",
            "one round would take about 31 s, more than 20 s",
            "Lower tasks or the delay."),
        new Ranking.Other(new Contender("jvm/sequential#2", "sequential#2"), "waiting", "", ""));
  }

  static Timeline timeline(List<Figure> figures, int tasks) {
    return new Timeline(
        figures.stream().map(figure -> group(figure, tasks)).toList(),
        "a lane is a task, a mark is a download, grey is waiting to start",
        tasks == 100 ? "100 of 4,000 tasks, evenly chosen" : "");
  }

  private static Timeline.Group group(Figure figure, int tasks) {
    boolean serial = figure.name().contains("sequential");
    boolean late = figure.name().contains("/processes");
    double task = Math.rint(serial ? figure.ns() / tasks : late ? 200e6 : figure.ns() * 0.97);
    List<Timeline.Lane> lanes =
        IntStream.range(0, tasks)
            .mapToObj(i -> {
              double room = figure.ns() - task;
              double start =
                  tasks == 1 ? 0 : room * (serial || late ? i / (tasks - 1.0) : i % 3 / 3.0);
              double first = Math.rint(late ? figure.ns() * 0.4 + start * 0.5 : start);
              return new Timeline.Lane(
                  0,
                  first,
                  first + task,
                  List.of(first + task / 4, first + task / 2, first + task * 3 / 4, first + task));
            })
            .toList();
    return new Timeline.Group(figure.contender(), figure.ns(), lanes);
  }

  static Rounds rounds(List<Figure> figures, int count) {
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

  static Latencies latency(List<Figure> figures, int tasks) {
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

  static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
