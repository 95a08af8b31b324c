package racecard.report;

import static racecard.report.Grounds.median;
import static racecard.report.Names.verb;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.statistics.Verdict;

/** What starting threads and processes costs on one runtime, and from which tasks on it pays. */
final class StartReasons {
  private static final double REMARKABLE = 2;
  private static final Names SHORT = new Names(false);

  private final Grounds grounds;
  private final List<ContenderResult> results;
  private final String runtime;
  private final int tasks;

  StartReasons(Grounds grounds, String runtime) {
    this.grounds = grounds;
    this.results = grounds.on(runtime);
    this.runtime = runtime;
    this.tasks = grounds.plan().tasks();
  }

  void into(List<String> sentences) {
    starting().ifPresent(sentences::add);
    breakEven().ifPresent(sentences::add);
  }

  private Optional<String> starting() {
    Limit limit = grounds.limit();
    return results.stream()
        .filter(one -> Grounds.strategy(one).startsProcesses())
        .filter(one -> limit != null && median(one) > limit.ns() * REMARKABLE)
        .findFirst()
        .map(one -> missed(one, median(one) - (limit == null ? 0 : limit.ns())));
  }

  private String missed(ContenderResult one, double ns) {
    return about(
        one,
        "miss that limit by *%s*: %s for each of the %s processes they start."
            .formatted(Figures.time(ns), Figures.time(ns / tasks), Figures.count(tasks)));
  }

  /** Of those that start something for each task, the one that pays soonest. */
  private Optional<String> breakEven() {
    return results.stream()
        .filter(one -> Grounds.strategy(one).startsProcesses() || slower(one))
        .filter(one -> enough(one) > 0)
        .min(Comparator.comparingDouble(this::enough))
        .map(this::pays);
  }

  private String pays(ContenderResult one) {
    Double base = baseMedian(one);
    return about(
        one,
        "%s from tasks of about *%s* on, if starting stays as dear; here a task takes %s."
            .formatted(
                verb(one.name()).equals("are") ? "pay" : "pays",
                Figures.time(enough(one)),
                Figures.time(base == null ? 0 : base / tasks)));
  }

  /** The task from which it is no slower than one after another; 0 where nobody can tell. */
  private double enough(ContenderResult one) {
    Double base = baseMedian(one);
    double atOnce = atOnce(one);
    return base == null || atOnce <= 1
        ? 0
        : (median(one) - base / atOnce) / (tasks * (1 - 1 / atOnce));
  }

  private double atOnce(ContenderResult one) {
    Integer inFlight = one.effectiveInFlight();
    double atOnce = inFlight == null ? 0 : Math.min(inFlight, tasks);
    if (!grounds.plan().workload().computes()) {
      return atOnce;
    }
    // Under one GIL no task is long enough.
    boolean held = grounds.fact(one, "gil").equals("on") && !Grounds.ownLock(one);
    return held ? 1 : Math.min(atOnce, grounds.cores());
  }

  private @Nullable Double baseMedian(ContenderResult one) {
    return grounds
        .sequential(runtime)
        .filter(base -> base.name().equals(one.baseline()) && !base.name().equals(one.name()))
        .map(Grounds::median)
        .orElse(null);
  }

  private static boolean slower(ContenderResult one) {
    return one.placing() != null && one.placing().verdict() == Verdict.SLOWER;
  }

  private String about(ContenderResult one, String rest) {
    return grounds.names().severalRuntimes()
        ? grounds.about(runtime, SHORT.label(one.name()) + " " + rest)
        : SHORT.subject(one.name()) + " " + rest;
  }
}
