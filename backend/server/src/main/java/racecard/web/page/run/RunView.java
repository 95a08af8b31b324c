package racecard.web.page.run;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Workload;
import racecard.report.RunReport;
import racecard.report.Sweep;
import racecard.run.Run;
import racecard.view.run.Levels;
import racecard.view.run.Progress;
import racecard.view.run.RunParts;
import racecard.web.http.Rooms;
import racecard.web.page.Times;

/** Turns a run's report into what its page, its shared page and its file show. */
public final class RunView {
  private final Rooms rooms;
  private final boolean password;
  private final Times times;

  /**
   * Who reads a run.
   *
   * @param csrf the token of this browser's forms; null for somebody who may only look
   * @param base scheme, host and port of the addresses that are shown, without a slash at the end
   * @param path where the reader may choose a runtime; null where nothing can be followed
   * @param runtime the one that is shown alone; null for all
   * @param cell the one of several that is shown alone; null for all
   */
  public record Reader(
      @Nullable String csrf,
      String base,
      @Nullable String path,
      @Nullable String runtime,
      @Nullable Integer cell) {

    /** Somebody who is shown every runtime and offered no choice. */
    public Reader(@Nullable String csrf, String base) {
      this(csrf, base, null, null, null);
    }
  }

  /** Shows runs of {@code rooms}; {@code password} says whether programs have to send one. */
  public RunView(Rooms rooms, boolean password) {
    this.rooms = rooms;
    this.password = password;
    this.times = new Times(rooms.clock());
  }

  /** Every part of a run's page, as it stands now. */
  public RunParts parts(Run run, Reader reader) {
    Integer cell = run.levels().none() ? Integer.valueOf(0) : reader.cell();
    return cell == null
        ? parts(rooms.reports().sweep(run), reader)
        : parts(run, rooms.reports().of(run, cell), reader);
  }

  /** Where a run stands that waits or is measured; null for one that ended. Reads no round. */
  public @Nullable Progress progress(Run run) {
    return new ProgressView(rooms, times).of(run, rooms.reports().stage(run));
  }

  RunParts parts(Sweep sweep, Reader reader) {
    String csrf = reader.csrf();
    String base = csrf == null ? null : reader.base();
    return new RunParts(
        new AnswerView(times).of(sweep),
        csrf == null ? null : ActionsView.of(sweep, csrf),
        new ProgressView(rooms, times).of(sweep),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        RepeatView.of(sweep, base, password),
        List.of(),
        LevelsView.of(sweep, reader.path(), base));
  }

  RunParts parts(Run run, RunReport whole, Reader reader) {
    String runtime = reader.runtime();
    RunReport report = runtime == null ? whole : whole.only(runtime);
    String csrf = reader.csrf();
    boolean access = csrf != null;
    return new RunParts(
        new AnswerView(times).of(report),
        csrf == null ? null : ActionsView.of(report, run, csrf),
        new ProgressView(rooms, times).of(report),
        RankingView.of(report),
        TimelineView.of(report),
        RoundsView.of(report),
        LatencyView.of(report),
        WhyView.of(report, new InsideView(times, rooms.cores()).of(report, run, csrf)),
        NumbersView.of(report, access ? reader.base() : null),
        EnvironmentView.of(report, access),
        UseView.of(report),
        report.plan().workload() == Workload.FOREIGN
            ? null
            : RepeatView.of(report, access ? reader.base() : null, password),
        RuntimeLinks.of(
            report,
            maybe(reader.path(), path -> CellLinks.href(path, run, reader.cell())),
            runtime),
        run.levels().none()
            ? null
            : new Levels(null, List.of(), CellLinks.of(run, reader.path(), reader.cell())));
  }

  private static @Nullable String maybe(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }
}
