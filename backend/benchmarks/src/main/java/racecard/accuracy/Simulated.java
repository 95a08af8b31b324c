package racecard.accuracy;

import static racecard.statistics.Verdict.FASTER;
import static racecard.statistics.Verdict.SLOWER;
import static racecard.statistics.Verdict.TIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Entrant;
import racecard.statistics.Placing;
import racecard.statistics.Round;
import racecard.statistics.Verdict;

/** Simulated: jobs on simulated hosts, where the truth is known and thousands cost seconds. */
final class Simulated {
  private static final double TENTH = Math.log(1.10);
  private static final double TWENTIETH = Math.log(1.05);
  private static final int CLONES = 4;

  private final int jobs;

  /** As many jobs for each number. */
  Simulated(int jobs) {
    this.jobs = jobs;
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Noise noise : Noise.values()) {
      clones(noise, figures);
      effects(noise, figures);
      coverage(noise, figures);
    }
    ties(figures);
    figures.add(carriedOver());
    figures.add(impossible(1).atMost(0, "M16", "IMPOSSIBLE, 3 % above the limit, quiet"));
    figures.add(impossible(0.4).atLeast(1, "M16", "IMPOSSIBLE when a clock shows × 0.4"));
    return figures;
  }

  private void clones(Noise noise, List<Figure> figures) {
    Simulation clones = Simulation.of(noise, 5, 0.0, 0.0, 0.0, 0.0);
    List<Assessment> measured = clones(clones);
    long calls = measured.stream().flatMap(Simulated::others).filter(Simulated::different).count();
    long wrong =
        measured.stream().filter(job -> others(job).anyMatch(Simulated::different)).count();
    figures.add(
        new Rate(calls, (long) jobs * (CLONES - 1))
            .atMost(0.01, "M1", "A/A called different, per comparison, " + name(noise)));
    figures.add(
        new Rate(wrong, jobs)
            .atMost(0.05, "M1", "A/A called different, per job of 4 clones, " + name(noise)));
  }

  private List<Assessment> clones(Simulation clones) {
    return LongStream.range(0, jobs).parallel().mapToObj(clones::measure).toList();
  }

  private void effects(Noise noise, List<Figure> figures) {
    Simulation tenth = Simulation.of(noise, 3, 0.0, TENTH);
    if (noise != Noise.AWFUL) {
      figures.add(
          rate(tenth, verdict(SLOWER)).atLeast(0.95, "M2", "+10 % called slower, " + name(noise)));
      double least = noise == Noise.QUIET ? 0.99 : 0.90;
      figures.add(
          rate(Simulation.of(noise, 3, 0.0, TWENTIETH), second -> effect(second).high() < 0)
              .atLeast(least, "M2", "+5 %: the interval excludes 1, " + name(noise)));
    }
    figures.add(
        rate(tenth, verdict(FASTER)).atMost(0, "M2", "+10 % called faster, " + name(noise)));
  }

  private void coverage(Noise noise, List<Figure> figures) {
    for (double truth : List.of(0.0, TWENTIETH, TENTH)) {
      boolean onTheMargin = truth == TWENTIETH;
      figures.add(
          rate(Simulation.of(noise, 5, 0.0, truth), second -> covers(effect(second), -truth))
              .atLeast(
                  onTheMargin ? 0.88 : 0.93,
                  "M3",
                  "the interval covers %s, %s".formatted(ratio(truth), name(noise))));
    }
  }

  private void ties(List<Figure> figures) {
    figures.add(
        rate(Simulation.of(Noise.QUIET, 5, 0.0, 0.0), verdict(TIED))
            .atLeast(0.95, "M4", "A/A called tied, quiet"));
    for (Noise noise : Noise.values()) {
      figures.add(
          rate(Simulation.of(noise, 5, 0.0, Math.log(1.06)), verdict(TIED))
              .atMost(0.01, "M4", "+6 % called tied within 5 %, " + name(noise)));
    }
  }

  private Figure carriedOver() {
    Simulation dirty = new Simulation(Noise.CLOUD, List.of(0.0, 0.0, 0.0), 5, 2);
    return rate(dirty, Simulated::different)
        .atMost(
            0.01,
            "M13",
            "A/A called different beside a third that makes the next round 20 % longer");
  }

  /** How often the second contender is caught when its clock shows so much of the time. */
  private Rate impossible(double clock) {
    Simulation waiting = Simulation.of(Noise.QUIET, 5, 0.0, 0.0);
    List<Entrant> entrants = PseudoJob.entrants(2, Simulation.ROUND_NS / 1.03);
    return Rate.of(
        jobs,
        seed -> {
          IntFunction<List<Round>> host = waiting.host(seed);
          return PseudoJob.measure(entrants, 5, number -> shown(host.apply(number), clock));
        },
        job -> job.comparison().impossible().contains(PseudoJob.name(1)));
  }

  private static List<Round> shown(List<Round> rounds, double clock) {
    return rounds.stream()
        .map(one ->
            one.contender().equals(PseudoJob.name(1))
                ? new Round(
                    one.generation(), one.block(), one.contender(), one.wallNs() * clock, true)
                : one)
        .toList();
  }

  private Rate rate(Simulation simulation, Predicate<Placing> counts) {
    return Rate.of(jobs, simulation::measure, job -> counts.test(second(job)));
  }

  private static Placing second(Assessment job) {
    return job.comparison().placing(PseudoJob.name(1)).orElseThrow();
  }

  private static Stream<Placing> others(Assessment job) {
    return job.comparison().placings().stream().skip(1);
  }

  private static boolean different(Placing placing) {
    return placing.verdict() == FASTER || placing.verdict() == SLOWER;
  }

  private static Predicate<Placing> verdict(Verdict verdict) {
    return placing -> placing.verdict() == verdict;
  }

  private static Effect effect(Placing placing) {
    return Objects.requireNonNull(placing.effect());
  }

  private static boolean covers(Effect effect, double truth) {
    return effect.low() <= truth && truth <= effect.high();
  }

  private static String ratio(double truth) {
    return String.format(Locale.ROOT, "%.2f", Math.exp(truth));
  }

  private static String name(Noise noise) {
    return noise.name().toLowerCase(Locale.ROOT);
  }
}
