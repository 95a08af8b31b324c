package racecard.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.report.Names;
import racecard.report.Reports;
import racecard.report.RunSummary;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.view.Contender;
import racecard.view.RunLine;
import racecard.view.State;

/**
 * Runs as lines of a list.
 *
 * @param reports says what came of them
 * @param times how times are written
 */
public record Lines(Reports reports, Times times) {

  /** One line for each run, in the same order. */
  public List<RunLine> of(List<Run> runs) {
    return reports.summaries(runs).stream().map(this::line).toList();
  }

  /** What a person called the run, else what it measures. */
  public static String title(Run run) {
    return run.label().isEmpty() ? Reports.work(run) : run.label();
  }

  /** The word and icon of a state. */
  public static State state(RunState state) {
    return switch (state) {
      case QUEUED -> State.QUEUED;
      case RUNNING -> State.RUNNING;
      case STOPPING -> State.STOPPING;
      case DONE -> State.DONE;
      case FAILED -> State.FAILED;
      case CANCELLED -> State.CANCELLED;
    };
  }

  /** A contender of {@code run} as its lines call it; null for none. */
  public static @Nullable Contender contender(Run run, @Nullable String name) {
    return name == null ? null : new Contender(name, Names.of(run.contenders()).label(name));
  }

  private RunLine line(RunSummary summary) {
    Run run = summary.run();
    return new RunLine(
        run.publicId(),
        "/runs/" + run.publicId(),
        summary.answer().isEmpty() ? title(run) : summary.answer(),
        run.imported() == null ? summary.work() : summary.work() + " · imported",
        summary.host(),
        state(run.state()),
        contender(run, summary.leader()),
        summary.grade(),
        summary.grade() == null ? "" : FlagTitles.grade(summary.grade(), summary.flags()),
        times.moment(run.finishedAt() == null ? run.createdAt() : run.finishedAt()),
        run.label());
  }
}
