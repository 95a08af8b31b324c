package racecard.web.page.queue;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import racecard.queue.Job;
import racecard.queue.Place;
import racecard.queue.RunId;
import racecard.run.Run;
import racecard.view.Frame;
import racecard.view.PostForm;
import racecard.view.QueuePage;
import racecard.view.RunLine;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;
import racecard.web.page.Times;
import racecard.web.page.Trouble;

/** {@code /queue}: in progress, waiting in order, finished lately; pauses and resumes. */
public final class QueueBoard {
  private static final int WAITING = 100;
  private static final int FINISHED = 20;
  // A run has a job for each cell, and for each time that more was measured.
  private static final int LOOKED_AT = 200;
  private static final int REFRESH_S = 5;

  private final Rooms rooms;
  private final Frames frames;
  private final Measuring measuring;
  private final Times times;
  private final Lines lines;

  /** Shows the queue of {@code rooms}. */
  public QueueBoard(Rooms rooms, Frames frames, Measuring measuring) {
    this.rooms = rooms;
    this.frames = frames;
    this.measuring = measuring;
    this.times = new Times(rooms.clock());
    this.lines = new Lines(rooms.reports(), times);
  }

  /** The page. */
  public void show(Context ctx) {
    Frame frame = frames.refreshing(ctx, Frame.Place.QUEUE, "Queue", REFRESH_S);
    boolean paused = rooms.pause().paused();
    String change = paused ? "/queue/resumption" : "/queue/pause";
    Html.show(
        ctx,
        Html.TEMPLATES.queueShow(
            new QueuePage(
                frame,
                paused,
                PostForm.to(change, frame.csrf()),
                new Trouble(rooms, times).sentence(),
                measuring.now(frame.csrf()),
                waiting(frame.csrf()),
                finished())));
  }

  /** Lets no further run start. */
  public void pause(Context ctx) {
    rooms.pause().pause();
    ctx.redirect("/queue", HttpStatus.SEE_OTHER);
  }

  /** Lets runs start again. */
  public void resume(Context ctx) {
    rooms.pause().resume();
    ctx.redirect("/queue", HttpStatus.SEE_OTHER);
  }

  private List<QueuePage.Waiting> waiting(String csrf) {
    List<Place> places = rooms.line().places(WAITING, rooms.lanes());
    Map<RunId, Run> runs = rooms.list().numbered(places.stream().map(Place::run).toList());
    // A run that was deleted between the two questions has no line any more.
    List<Place> kept = places.stream().filter(place -> runs.containsKey(place.run())).toList();
    List<RunLine> rows = lines(kept.stream().map(Place::run), runs);
    List<QueuePage.Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      waiting.add(waiting(kept.get(i), rows.get(i), csrf));
    }
    return waiting;
  }

  private QueuePage.Waiting waiting(Place place, RunLine row, String csrf) {
    return new QueuePage.Waiting(
        Math.toIntExact(place.position()),
        row,
        place.etaS().isPresent() ? times.in(place.etaS().getAsLong()) : "",
        PostForm.to(row.href() + "/cancellation", csrf));
  }

  private List<RunLine> finished() {
    List<RunId> ids = rooms.jobs().finished(LOOKED_AT).stream().map(Job::run).distinct().toList();
    Map<RunId, Run> runs = rooms.list().numbered(ids);
    return lines.of(
        ids.stream()
            .map(runs::get)
            .filter(Objects::nonNull)
            // Measured elsewhere, it never stood in this queue; some cells may still wait.
            .filter(run -> run.imported() == null && run.state().isFinal())
            .limit(FINISHED)
            .toList());
  }

  private List<RunLine> lines(Stream<RunId> ids, Map<RunId, Run> runs) {
    return lines.of(ids.map(runs::get).filter(Objects::nonNull).toList());
  }
}
