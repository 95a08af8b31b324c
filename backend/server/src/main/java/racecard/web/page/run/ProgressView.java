package racecard.web.page.run;

import org.jspecify.annotations.Nullable;
import racecard.report.Failure;
import racecard.report.Figures;
import racecard.report.RunReport;
import racecard.report.Stage;
import racecard.run.RunState;
import racecard.view.Contender;
import racecard.view.run.Progress;
import racecard.web.http.Rooms;
import racecard.web.page.Lines;
import racecard.web.page.Times;
import racecard.web.page.Trouble;

/** Where a run stands that is not done. */
record ProgressView(Rooms rooms, Times times) {

  @Nullable Progress of(RunReport report) {
    return switch (report.stage()) {
      case Stage.Waiting waiting -> waiting(report, waiting);
      case Stage.Measuring measuring -> measuring(report, measuring);
      case Stage.Ended(@Nullable Failure failure) -> ended(report, failure);
    };
  }

  private Progress waiting(RunReport report, Stage.Waiting waiting) {
    long ahead = waiting.position() - 1;
    String headline =
        ahead == 0
            ? "Next in line"
            : "Waiting behind %s other %s"
                .formatted(Figures.count(ahead), ahead == 1 ? "run" : "runs");
    String trouble = new Trouble(rooms, times).sentence();
    Long eta = waiting.etaS();
    String text = !trouble.isEmpty() ? trouble : eta == null ? "" : "Starts " + times.in(eta) + ".";
    return progress(report, headline, null, 0, 0, text, "Queued", null);
  }

  private static Progress measuring(RunReport report, Stage.Measuring measuring) {
    racecard.sample.Progress said = measuring.progress();
    if (said == null) {
      String headline = measuring.stopping() ? "Stopping" : "Starting";
      return progress(report, headline, null, 0, 0, "", headline, null);
    }
    String headline = measuring.stopping() ? "Stopping" : headline(said);
    return progress(
        report,
        headline,
        Shown.contender(report, said.contender()),
        said.done(),
        said.total(),
        text(said, measuring),
        measuring.stopping() || said.total() == 0 ? headline : percent(said),
        null);
  }

  private static String headline(racecard.sample.Progress said) {
    return said.block() == 0
        ? "Generation %d, starting and warming up".formatted(said.generation())
        : "Generation %d, block %d of %d".formatted(said.generation(), said.block(), said.blocks());
  }

  private static String text(racecard.sample.Progress said, Stage.Measuring measuring) {
    String rounds =
        "%s of about %s rounds".formatted(Figures.count(said.done()), Figures.count(said.total()));
    if (measuring.stopping()) {
      return rounds + " · stops when its children have ended";
    }
    Long eta = said.etaS();
    if (eta != null && eta > 0) {
      return rounds + " · about %s left".formatted(Figures.span(eta));
    }
    return measuring.late() ? rounds + " · running longer than expected" : rounds;
  }

  private static String percent(racecard.sample.Progress said) {
    return Math.min(99, said.done() * 100L / said.total()) + " %";
  }

  private static @Nullable Progress ended(RunReport report, @Nullable Failure failure) {
    return switch (report.run().state()) {
      case DONE, QUEUED, RUNNING, STOPPING -> null;
      case CANCELLED -> progress(report, "Cancelled", null, 0, 0, kept(report), "Cancelled", null);
      case FAILED -> progress(report, "Failed", null, 0, 0, kept(report), "Failed", failure);
    };
  }

  private static String kept(RunReport report) {
    long kept = report.contenders().stream().mapToLong(one -> one.marks().size()).sum();
    return kept == 0
        ? "No round had been measured."
        : "Rounds measured until then, all kept: " + Figures.count(kept);
  }

  private static Progress progress(
      RunReport report,
      String headline,
      @Nullable Contender contender,
      int done,
      int total,
      String text,
      String tab,
      @Nullable Failure failure) {
    RunState state = report.run().state();
    return new Progress(
        Lines.state(state),
        headline,
        contender,
        done,
        total,
        text,
        "%s · %s · Racecard".formatted(tab, report.run().workload()),
        failure == null
            ? null
            : new Progress.Failure(failure.kind(), failure.message(), failure.remedy()));
  }
}
