package racecard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import racecard.statistics.Assessment;
import racecard.statistics.Placing;

/** What an answer holds for, in one quiet line. */
public final class Conditions {
  private Conditions() {}

  /** Interval, work, host and how much was measured, as far as they are known. */
  public static String of(RunReport report) {
    List<String> parts = new ArrayList<>();
    Assessment assessment = report.assessment();
    intervals(report).ifPresent(parts::add);
    parts.add(report.wholeWork());
    MeasuredOn host = report.host();
    if (host != null) {
      parts.add(host(host));
    }
    if (assessment != null && assessment.comparison().generations() > 0) {
      parts.add(amount(assessment));
    }
    return String.join(" · ", parts);
  }

  /** Work, host and how many cells were measured. */
  public static String of(Sweep sweep) {
    List<String> parts = new ArrayList<>();
    parts.add(sweep.wholeWork());
    if (sweep.host() != null) {
      parts.add(host(sweep.host()));
    }
    parts.add(
        "%d of %d %s measured"
            .formatted(
                sweep.measured(), sweep.cells().size(), sweep.levels().map() ? "cells" : "levels"));
    return String.join(" · ", parts);
  }

  private static Optional<String> intervals(RunReport report) {
    List<String> intervals =
        report.leaders().stream()
            .flatMap(name -> report.contender(name).stream())
            .flatMap(leader -> Stream.ofNullable(leader.placing()))
            .flatMap(placing -> Stream.ofNullable(placing.effect()))
            .filter(effect -> !Double.isInfinite(effect.high()))
            .map(effect -> Figures.interval(effect.speedUpLow(), effect.speedUpHigh()))
            .toList();
    return intervals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (intervals.size() == 1 ? "95 % interval " : "95 % intervals ")
                + String.join(" and ", intervals));
  }

  private static String host(MeasuredOn host) {
    List<String> parts = new ArrayList<>();
    parts.add(host.name());
    if (host.cores() > 0) {
      parts.add(Figures.cores(host.cores()));
    }
    parts.addAll(host.runtimes());
    return String.join(", ", parts);
  }

  private static String amount(Assessment assessment) {
    int generations = assessment.comparison().generations();
    int rounds = assessment.comparison().placings().stream().mapToInt(Placing::rounds).sum();
    return "%s, %s rounds"
        .formatted(
            generations == 1 ? "1 generation" : generations + " generations",
            Figures.count(rounds));
  }
}
