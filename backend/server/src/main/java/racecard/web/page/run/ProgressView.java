package racecard.web.page.run;

import org.jspecify.annotations.Nullable;
import racecard.report.Failure;
import racecard.report.Figures;
import racecard.report.RunReport;
import racecard.report.Stage;
import racecard.report.Sweep;
import racecard.run.Run;
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
    return report.stage() instanceof Stage.Ended(@Nullable Failure failure)
        ? ended(report, failure)
        : of(report.run(), report.stage());
  }

  /** Null for a run that ended: what to say of that depends on what was measured. */
  @Nullable Progress of(Run run, Stage stage) {
    return switch (stage) {
      case Stage.Waiting waiting -> waiting(run, waiting);
      case Stage.Measuring measuring -> measuring(run, measuring);
      case Stage.Ended _ -> null;
    };
  }

  /** All cells together; null when it is done. */
  @Nullable Progress of(Sweep sweep) {
    Progress going = of(sweep.run(), sweep.stage());
    if (going != null || sweep.run().state() == RunState.DONE) {
      return going;
    }
    Failure failure = sweep.stage() instanceof Stage.Ended(@Nullable Failure why) ? why : null;
    String word = Lines.state(sweep.run().state()).word();
    String kept =
        "Cells measured until then, all kept: %d of %d"
            .formatted(sweep.measured(), sweep.cells().size());
    return progress(sweep.run(), word, null, 0, 0, kept, word, failure);
  }

  private Progress waiting(Run run, Stage.Waiting waiting) {
    long ahead = waiting.position() - 1;
    String headline =
        ahead == 0
            ? "Next in line"
            : "Waiting behind %s other %s"
                .formatted(Figures.count(ahead), ahead == 1 ? "run" : "runs");
    String trouble = new Trouble(rooms, times).sentence();
    Long eta = waiting.etaS();
    String text = !trouble.isEmpty() ? trouble : eta == null ? "" : "Starts " + times.in(eta) + ".";
    return progress(run, headline, null, 0, 0, text, "Queued", null);
  }

  private static Progress measuring(Run run, Stage.Measuring measuring) {
    racecard.sample.Progress said = measuring.progress();
    if (said == null) {
      String headline = measuring.stopping() ? "Stopping" : part(measuring.part()) + "Starting";
      return progress(run, headline, null, 0, 0, "", headline, null);
    }
    String headline = measuring.stopping() ? "Stopping" : part(measuring.part()) + headline(said);
    return progress(
        run,
        headline,
        Lines.contender(run, said.contender()),
        said.done(),
        said.total(),
        text(said, measuring),
        measuring.stopping() || said.total() == 0 ? headline : percent(said),
        null);
  }

  /**
   * As {@code Cell 3 of 15 (20 % CPU, 16 in flight): }, without number where it was measured
   * before; empty where there is one.
   */
  private static String part(Stage.@Nullable Part part) {
    if (part == null) {
      return "";
    }
    return part.number() == 0
        ? "Cell with %s: ".formatted(part.words())
        : "Cell %d of %d (%s): ".formatted(part.number(), part.of(), part.words());
  }

  private static String headline(racecard.sample.Progress said) {
    if (said.profiles()) {
      return "Profiling";
    }
    return said.block() == 0
        ? "Generation %d, starting and warming up".formatted(said.generation())
        : "Generation %d, block %d of %d".formatted(said.generation(), said.block(), said.blocks());
  }

  private static String text(racecard.sample.Progress said, Stage.Measuring measuring) {
    String rounds =
        (said.profiles() ? "%s of %s contenders" : "%s of about %s rounds")
            .formatted(Figures.count(said.done()), Figures.count(said.total()));
    if (measuring.stopping()) {
      return rounds + " · stops when its children have ended";
    }
    Long eta = left(said.etaS(), measuring.part());
    if (eta != null && eta > 0) {
      return rounds + " · about %s left".formatted(Figures.span(eta));
    }
    return measuring.late() ? rounds + " · running longer than expected" : rounds;
  }

  private static @Nullable Long left(@Nullable Long eta, Stage.@Nullable Part part) {
    return eta == null || part == null ? eta : Long.valueOf(eta + part.laterS());
  }

  private static String percent(racecard.sample.Progress said) {
    return Math.min(99, said.done() * 100L / said.total()) + " %";
  }

  private static @Nullable Progress ended(RunReport report, @Nullable Failure failure) {
    Run run = report.run();
    return switch (run.state()) {
      case DONE, QUEUED, RUNNING, STOPPING -> null;
      case CANCELLED -> progress(run, "Cancelled", null, 0, 0, kept(report), "Cancelled", null);
      case FAILED -> progress(run, "Failed", null, 0, 0, kept(report), "Failed", failure);
    };
  }

  private static String kept(RunReport report) {
    long kept = report.contenders().stream().mapToLong(one -> one.marks().size()).sum();
    return kept == 0
        ? "No round had been measured."
        : "Rounds measured until then, all kept: " + Figures.count(kept);
  }

  private static Progress progress(
      Run run,
      String headline,
      @Nullable Contender contender,
      int done,
      int total,
      String text,
      String tab,
      @Nullable Failure failure) {
    return new Progress(
        Lines.state(run.state()),
        headline,
        contender,
        done,
        total,
        text,
        "%s · %s · Racecard".formatted(tab, run.workload()),
        failure == null
            ? null
            : new Progress.Failure(failure.kind(), failure.message(), failure.remedy()));
  }
}
