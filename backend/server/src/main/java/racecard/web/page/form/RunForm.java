package racecard.web.page.form;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.run.CheckedRequest;
import racecard.run.Run;
import racecard.view.Frame;
import racecard.view.Link;
import racecard.web.http.Desk;
import racecard.web.http.Form;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.Html;
import racecard.web.page.Times;

/** {@code /runs/new}: asks for a run, and says all that is wrong with what was asked. */
public final class RunForm {
  private static final String FROM = "from";
  private static final int REFUSED = 422;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;
  private final FormView view;
  private final Forecast forecast;

  /** Hands what is asked for in at {@code desk}. */
  public RunForm(Rooms rooms, Desk desk, Frames frames) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
    this.view = new FormView(rooms, desk);
    this.forecast = new Forecast(rooms, desk, new Times(rooms.clock()));
  }

  /** The form, filled with defaults, a run's request or the fields of the query; starts nothing. */
  public void show(Context ctx) {
    Form query = Form.asked(ctx);
    Run from = query.has(FROM) ? desk.run(query.text(FROM)) : null;
    Form form =
        from == null
            ? Prefilled.of(rooms.catalog().get(), query)
            : Prefilled.of(from, rooms.catalog().get(), query);
    show(ctx, form, desk.check(FormRequest.of(form)), from);
  }

  /** Makes the run and leads to it; or shows the form again with everything that is wrong. */
  public void create(Context ctx) {
    Form form = Form.posted(ctx);
    Map<String, Object> request = FormRequest.of(form);
    CheckedRequest checked = desk.check(request);
    switch (checked) {
      case CheckedRequest.Accepted accepted when sure(form, accepted) ->
          ctx.redirect(
              "/runs/"
                  + desk.submit(accepted, SubmitKey.of(form, request), "form").run().publicId(),
              HttpStatus.SEE_OTHER);
      case CheckedRequest.Accepted _, CheckedRequest.Refused _ ->
          show(ctx.status(REFUSED), form, checked, null);
    }
  }

  /** The line under the button for what the form holds now. */
  public void estimate(Context ctx) {
    Form form = Form.asked(ctx);
    Html.show(
        ctx,
        Html.TEMPLATES.runFormEstimate(
            forecast.of(desk.check(FormRequest.of(form)), form.text(FieldNames.WORKLOAD))));
  }

  private void show(Context ctx, Form form, CheckedRequest checked, @Nullable Run from) {
    Frame frame = frames.of(ctx, Frame.Place.NEW_RUN, "New run");
    Link link = from == null ? null : new Link(title(from), "/runs/" + from.publicId());
    boolean asks = ctx.statusCode() == REFUSED;
    Html.show(
        ctx,
        Html.TEMPLATES.runForm(
            view.of(
                form,
                checked,
                new FormView.Circumstances(frame, SubmitKey.kept(form), link, asks))));
  }

  /** What the check says of a form's fields. */
  public static CheckedRequest check(Form form, Desk desk) {
    return desk.check(FormRequest.of(form));
  }

  private static boolean sure(Form form, CheckedRequest.Accepted accepted) {
    return accepted.doubts().isEmpty() || form.text(FieldNames.ANYWAY).equals(FieldNames.YES);
  }

  private static String title(Run run) {
    return run.label().isEmpty() ? "run " + run.publicId() : run.label();
  }
}
