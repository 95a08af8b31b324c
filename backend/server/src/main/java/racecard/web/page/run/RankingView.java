package racecard.web.page.run;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.ContenderResult;
import racecard.report.ContenderState;
import racecard.report.Figures;
import racecard.report.Limit;
import racecard.report.RunReport;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Verdict;
import racecard.view.chart.Ranking;

/** The contenders as bars, best first. */
final class RankingView {
  private final RunReport report;
  private final List<ContenderResult> placed;

  private RankingView(RunReport report) {
    this.report = report;
    this.placed = report.placed();
  }

  /** Null while no contender has a time or a reason to have none. */
  static @Nullable Ranking of(RunReport report) {
    RankingView view = new RankingView(report);
    List<Ranking.Other> others = view.others();
    boolean onlyWaiting =
        report.contenders().stream().allMatch(one -> one.state() == ContenderState.WAITING);
    return onlyWaiting ? null : view.ranking(others);
  }

  private Ranking ranking(List<Ranking.Other> others) {
    Assessment assessment = report.assessment();
    Limit limit = report.limit();
    return new Ranking(
        placed.stream().map(this::row).toList(),
        others,
        limit == null ? null : new Ranking.Limit(limit.ns(), "limit " + Figures.time(limit.ns())),
        assessment == null ? "" : "tied: within " + Figures.margin(assessment.marginPercent()),
        report.plan().tasks(),
        report.provisional());
  }

  private Ranking.Row row(ContenderResult one) {
    Placing placing = Objects.requireNonNull(one.placing());
    double median = Objects.requireNonNull(one.medianNs());
    Effect effect = bounded(placing.effect());
    return new Ranking.Row(
        rank(one, placing),
        Shown.contender(report, one),
        median,
        // The interval is of the ratio; here it is drawn around the contender's own median.
        effect == null ? null : median * Math.exp(effect.theta() - effect.high()),
        effect == null ? null : median * Math.exp(effect.theta() - effect.low()),
        Figures.time(median),
        speedUp(placing),
        effect == null ? "" : Figures.interval(effect.speedUpLow(), effect.speedUpHigh()),
        words(one, placing),
        tied(one, placing));
  }

  /** An effect from too few rounds has no interval to draw. */
  private static @Nullable Effect bounded(@Nullable Effect effect) {
    return effect == null || Double.isInfinite(effect.high()) ? null : effect;
  }

  private String rank(ContenderResult one, Placing placing) {
    Integer rank = placing.rank();
    if (rank == null) {
      return "";
    }
    long sharing =
        placed.stream()
            .filter(other -> report.group(other).equals(report.group(one)))
            .filter(other -> rank.equals(Objects.requireNonNull(other.placing()).rank()))
            .count();
    return rank + (sharing > 1 ? "=" : "");
  }

  private static String speedUp(Placing placing) {
    if (placing.verdict() == Verdict.BASELINE) {
      return "baseline";
    }
    Effect effect = placing.effect();
    return effect == null ? "" : Figures.ratio(effect.speedUp()) + "×";
  }

  private String words(ContenderResult one, Placing placing) {
    String reason = placing.reason();
    if (reason != null) {
      // Of what another tool measured the answer says it once for all.
      return report.plan().workload() == Workload.FOREIGN ? "" : reason;
    }
    Verdict verdict = placing.versusLeaderVerdict();
    String words = verdict == null ? "" : words(verdict);
    return one.control() ? (words.isEmpty() ? "control" : "control, " + words) : words;
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case UNDECIDED -> "not told apart";
      case BASELINE, NONE -> "";
      case FASTER, SLIGHTLY_FASTER, TIED, SLIGHTLY_SLOWER, SLOWER -> verdict.id().replace('_', ' ');
    };
  }

  private boolean tied(ContenderResult one, Placing placing) {
    return report.leads(one)
        ? placed.stream()
            .filter(other -> report.group(other).equals(report.group(one)))
            .anyMatch(other -> !other.control() && ties(other.placing()))
        : !one.control() && ties(placing);
  }

  private static boolean ties(@Nullable Placing placing) {
    return placing != null && placing.versusLeaderVerdict() == Verdict.TIED;
  }

  private List<Ranking.Other> others() {
    return report.contenders().stream()
        .filter(RankingView::without)
        .map(one ->
            new Ranking.Other(
                Shown.contender(report, one),
                one.state().id(),
                one.reason() == null ? "" : one.reason(),
                one.remedy() == null ? "" : one.remedy()))
        .toList();
  }

  private static boolean without(ContenderResult one) {
    return switch (one.state()) {
      case WAITING, SKIPPED, FAILED -> true;
      case MEASURED, PROVISIONAL -> one.medianNs() == null;
    };
  }
}
