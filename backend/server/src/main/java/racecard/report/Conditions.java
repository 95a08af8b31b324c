package racecard.report;

import java.util.ArrayList;
import java.util.List;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Placing;

/** What an answer holds for, in one quiet line. */
public final class Conditions {
  private Conditions() {}

  /** Interval, work, host and how much was measured, as far as they are known. */
  public static String of(RunReport report) {
    List<String> parts = new ArrayList<>();
    Assessment assessment = report.assessment();
    if (assessment != null) {
      interval(assessment, parts);
    }
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

  private static void interval(Assessment assessment, List<String> parts) {
    Effect effect =
        assessment
            .comparison()
            .placing(String.valueOf(assessment.comparison().leader()))
            .map(Placing::effect)
            .orElse(null);
    if (effect != null && !Double.isInfinite(effect.high())) {
      parts.add("95 % interval " + Figures.interval(effect.speedUpLow(), effect.speedUpHigh()));
    }
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
