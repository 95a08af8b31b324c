package racecard.web.page.run;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.report.ContenderResult;
import racecard.report.Figures;
import racecard.report.MeasuredOn;
import racecard.report.Medians;
import racecard.report.RunReport;
import racecard.view.run.Inside;
import racecard.view.run.Sentence;
import racecard.view.run.Why;

/** Why it came out so, in figures. */
final class WhyView {
  private WhyView() {}

  /** Null while nothing was measured. */
  static @Nullable Why of(RunReport report, @Nullable Inside inside) {
    List<ContenderResult> placed = report.placed();
    if (placed.isEmpty()) {
      return null;
    }
    MeasuredOn host = report.host();
    return new Why(
        report.why().stream().map(Sentence::of).toList(),
        host == null ? 0 : host.cores(),
        placed.stream().filter(WhyView::used).map(one -> row(report, one)).toList(),
        inside);
  }

  /** Whether anything is known of what it used; of an imported run it may be nothing. */
  private static boolean used(ContenderResult one) {
    Medians medians = one.medians();
    return Stream.of(medians.cpuNs(), medians.memoryBytes(), medians.threads(), medians.processes())
        .anyMatch(Objects::nonNull);
  }

  private static Why.Row row(RunReport report, ContenderResult one) {
    Medians medians = one.medians();
    return new Why.Row(
        Shown.contender(report, one),
        medians.coresUsed(),
        Shown.figure(medians.coresUsed(), Figures::digits),
        Shown.figure(medians.cpuNs(), Figures::time),
        Shown.figure(medians.memoryBytes(), Figures::megabytes),
        count(medians.threads()),
        count(medians.processes()),
        Shown.figure(one.coldNs(), Figures::time),
        Shown.figure(one.setupNs(), Figures::time),
        count(medians.switches()),
        collections(medians));
  }

  private static String collections(Medians medians) {
    Double ns = medians.gcNs();
    return count(medians.gcCount()) + (ns == null || ns == 0 ? "" : ", " + Figures.time(ns));
  }

  private static String count(@Nullable Double number) {
    return Shown.figure(number, many -> Figures.count(Math.round(many)));
  }
}
