package racecard.web.page.queue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import racecard.queue.Job;
import racecard.queue.RunId;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.view.MeasuringNow;
import racecard.view.PostForm;
import racecard.view.run.Progress;
import racecard.web.http.Rooms;
import racecard.web.page.Lines;
import racecard.web.page.run.RunView;

/** Runs being measured, in short; as many as there are hosts that measure. */
public final class Measuring {
  private final Rooms rooms;
  private final RunView view;

  /** Says of each run what its own page says, by {@code view}. */
  public Measuring(Rooms rooms, RunView view) {
    this.rooms = rooms;
    this.view = view;
  }

  /** The runs that are measured now. */
  public List<MeasuringNow> now(String csrf) {
    List<RunId> ids = rooms.jobs().running().stream().map(Job::run).distinct().toList();
    Map<RunId, Run> runs = rooms.list().numbered(ids);
    return ids.stream()
        .map(runs::get)
        .filter(Objects::nonNull)
        .map(run -> measuring(run, csrf))
        .toList();
  }

  private MeasuringNow measuring(Run run, String csrf) {
    String href = "/runs/" + run.publicId();
    Progress progress = view.progress(run);
    return new MeasuringNow(
        href,
        Lines.title(run),
        Lines.state(run.state()),
        progress == null ? "" : progress.headline(),
        progress == null ? null : progress.contender(),
        progress == null ? 0 : progress.done(),
        progress == null ? 0 : progress.total(),
        progress == null ? "" : progress.text(),
        cancel(run, href, csrf));
  }

  private static @Nullable PostForm cancel(Run run, String href, String csrf) {
    return run.state() == RunState.RUNNING ? PostForm.to(href + "/cancellation", csrf) : null;
  }
}
