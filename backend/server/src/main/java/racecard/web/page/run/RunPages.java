package racecard.web.page.run;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import racecard.report.Markdown;
import racecard.report.SweepMarkdown;
import racecard.run.Run;
import racecard.view.Frame.Place;
import racecard.view.run.RunFile;
import racecard.view.run.RunPage;
import racecard.view.run.RunParts;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;
import racecard.web.page.Times;
import racecard.web.page.Version;

/** {@code /runs/{id}}: a run from queued to done, and the same as a file to send around. */
public final class RunPages {
  private static final int REFRESH_S = 5;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;
  private final Address address;
  private final RunView view;
  private final Times times;

  /** Shows runs of {@code rooms} as {@code view} sees them. */
  public RunPages(Rooms rooms, Desk desk, Frames frames, Address address, RunView view) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
    this.address = address;
    this.view = view;
    this.times = new Times(rooms.clock());
  }

  /** The page. */
  public void show(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    String href = "/runs/" + run.publicId();
    boolean live = !run.state().isFinal();
    String title = Lines.title(run);
    String runtime = RuntimeLinks.chosen(ctx, run);
    Integer cell = CellLinks.chosen(ctx, run);
    RunView.Reader reader =
        new RunView.Reader(frames.csrf(ctx), address.base(ctx), href, runtime, cell);
    boolean part = runtime != null || (cell != null && !run.levels().none());
    Html.show(
        ctx,
        Html.TEMPLATES.runShow(
            new RunPage(
                live
                    ? frames.refreshing(ctx, Place.HISTORY, title, REFRESH_S)
                    : frames.of(ctx, Place.HISTORY, title),
                RuntimeLinks.href(CellLinks.href(href, run, cell), runtime),
                // The stream sends the parts of the whole run.
                part ? "" : href + "/events",
                live,
                view.parts(run, reader))));
  }

  /** The run as one file that needs no server, sent as a download. */
  public void file(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Integer cell = CellLinks.chosen(ctx, run);
    RunParts parts = view.parts(run, new RunView.Reader(null, "", null, null, cell));
    download(ctx, run, "html");
    Html.show(
        ctx,
        Html.TEMPLATES.runFile(
            new RunFile(
                parts.answer().text(),
                "Written by Racecard %s on %s"
                    .formatted(Version.text(), times.moment(rooms.clock().instant()).text()),
                parts)));
  }

  /** The answer and the numbers as Markdown. */
  public void markdown(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    download(ctx, run, "md");
    ctx.header("Cache-Control", "no-store")
        .contentType("text/markdown; charset=utf-8")
        .result(markdown(run, CellLinks.chosen(ctx, run), address.base(ctx)));
  }

  private String markdown(Run run, @Nullable Integer cell, String base) {
    return cell == null
        ? SweepMarkdown.of(rooms.reports().sweep(run), base)
        : Markdown.of(rooms.reports().of(run, cell), base);
  }

  private static void download(Context ctx, Run run, String ending) {
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"racecard-%s.%s\"".formatted(run.publicId(), ending));
  }
}
