package racecard.web.page.run;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import racecard.catalog.ContenderName;
import racecard.run.FieldError;
import racecard.run.Run;
import racecard.view.ConfirmPage;
import racecard.view.Frame;
import racecard.view.PostForm;
import racecard.web.http.Alone;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Lines;

/** What a run's buttons post to; each answer leads to the page that shows what came of it. */
public final class RunActions {
  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;

  /** Acts on the runs of {@code rooms}. */
  public RunActions(Rooms rooms, Desk desk, Frames frames) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
  }

  /** Cancels what waits and stops what runs; nothing when there is nothing left to do. */
  public void cancel(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    rooms.queue().cancel(run.id());
    ctx.redirect(href(run), HttpStatus.SEE_OTHER);
  }

  /** Queues further generations; pressed twice, they are measured once. */
  public void measureMore(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Form form = Form.posted(ctx);
    int add = within(form, "add", 1, Desk.MAX_GENERATIONS);
    int cell = cell(form, run);
    desk.measureMore(run, cell, add, alone(form, run));
    ctx.redirect(CellLinks.href(href(run), run, cell), HttpStatus.SEE_OTHER);
  }

  /** Queues a profile; pressed twice, there is one. */
  public void profile(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    Form form = Form.posted(ctx);
    int cell = cell(form, run);
    desk.profile(run, cell, alone(form, run));
    ctx.redirect(CellLinks.href(href(run), run, cell), HttpStatus.SEE_OTHER);
  }

  private static int cell(Form form, Run run) {
    return form.has("cell") ? within(form, "cell", 0, run.levels().count() - 1) : 0;
  }

  private static List<ContenderName> alone(Form form, Run run) {
    List<FieldError> errors = new ArrayList<>();
    List<ContenderName> alone = Alone.of(form.all("contenders"), run, errors);
    if (!errors.isEmpty()) {
      throw Refusal.wrongFields(errors);
    }
    return alone;
  }

  /** Asks before deleting. */
  public void askToDelete(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    if (!run.state().isFinal()) {
      throw Refusal.of(409, "The run is not finished yet: cancel it first.");
    }
    Frame frame = frames.of(ctx, Frame.Place.ELSEWHERE, "Delete a run");
    Html.show(
        ctx,
        Html.TEMPLATES.confirmShow(
            new ConfirmPage(
                frame,
                "Delete “%s”?".formatted(Lines.title(run)),
                "The request, every round measured for it and all links to it will be gone for"
                    + " good.",
                "Delete this run",
                PostForm.to(href(run) + "/deletion", frame.csrf()),
                href(run))));
  }

  /** Deletes a run with everything measured for it. */
  public void delete(Context ctx) {
    desk.delete(ctx.pathParam("id"));
    ctx.redirect("/runs", HttpStatus.SEE_OTHER);
  }

  private static int within(Form form, String name, int min, int max) {
    String text = form.text(name).strip();
    int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw Refusal.wrongFields(
          List.of(new FieldError(name, "must be %d to %d".formatted(min, max))));
    }
    return number;
  }

  private static String href(Run run) {
    return "/runs/" + run.publicId();
  }
}
