package racecard.web.page.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.report.ContenderResult;
import racecard.report.Figures;
import racecard.report.RunReport;
import racecard.run.Estimate;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.Profile;
import racecard.view.PostForm;
import racecard.view.run.Inside;
import racecard.view.run.Sentence;
import racecard.web.page.Times;

/** What profiles saw, and the button that asks for them. */
record InsideView(Times times, int cores) {

  /** Null where nothing was seen and {@code csrf} is null, or the run is not done. */
  @Nullable Inside of(RunReport report, Run run, @Nullable String csrf) {
    List<Inside.Row> rows =
        report.placed().stream().flatMap(one -> row(report, one).stream()).toList();
    boolean may = csrf != null && run.state() == RunState.DONE && run.imported() == null;
    PostForm ask =
        may
            ? new PostForm(
                "/runs/" + run.publicId() + "/profile",
                Objects.requireNonNull(csrf),
                CellLinks.field(run, report.plan()))
            : null;
    return rows.isEmpty() && ask == null
        ? null
        : new Inside(ask, Figures.span(seconds(report.plan())), taken(report), rows);
  }

  private long seconds(Plan plan) {
    return Math.round(Estimate.seconds(plan.profiling(List.of()), cores));
  }

  private String taken(RunReport report) {
    return report.contenders().stream()
        .map(ContenderResult::profile)
        .filter(Objects::nonNull)
        .map(Profile::takenAt)
        .max(Comparator.<Instant>naturalOrder())
        .map(times::brief)
        .orElse("");
  }

  private static Optional<Inside.Row> row(RunReport report, ContenderResult one) {
    return racecard.report.Inside.of(one)
        .map(inside ->
            new Inside.Row(
                Shown.contender(report, one),
                inside.looked(),
                inside.sentences().stream().map(Sentence::of).toList(),
                inside.functions().stream()
                    .map(function ->
                        new Inside.Function(
                            function.name(), function.share(), Figures.percent(function.share())))
                    .toList()));
  }
}
