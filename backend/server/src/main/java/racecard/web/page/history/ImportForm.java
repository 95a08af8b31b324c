package racecard.web.page.history;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import racecard.exchange.BadFile;
import racecard.view.Frame;
import racecard.view.ImportPage;
import racecard.web.api.ImportResource;
import racecard.web.http.Rooms;
import racecard.web.http.Upload;
import racecard.web.page.Frames;
import racecard.web.page.Html;

/** {@code /import}: takes a file that a person chooses, and says what is wrong with it. */
public final class ImportForm {
  private static final int REFUSED = 422;

  private final Rooms rooms;
  private final Frames frames;

  /** Keeps runs in {@code rooms}. */
  public ImportForm(Rooms rooms, Frames frames) {
    this.rooms = rooms;
    this.frames = frames;
  }

  /** The form. */
  public void show(Context ctx) {
    show(ctx, null);
  }

  /** Keeps the run and leads to it; or shows the form again with the place that is wrong. */
  public void create(Context ctx) {
    byte[] file = Upload.of(ctx).file(ImportPage.FIELD).orElse(null);
    if (file == null) {
      show(ctx.status(REFUSED), "Choose a file first.");
      return;
    }
    try {
      String id = rooms.imports().add(file, "form").orElseThrow(ImportResource::busy).publicId();
      ctx.redirect("/runs/" + id, HttpStatus.SEE_OTHER);
    } catch (BadFile wrong) {
      show(ctx.status(REFUSED), "%s %s.".formatted(wrong.place(), wrong.reason()));
    }
  }

  private void show(Context ctx, @Nullable String error) {
    Frame frame = frames.of(ctx, Frame.Place.HISTORY, "Import a run");
    Html.show(ctx, Html.TEMPLATES.importsShow(new ImportPage(frame, error)));
  }
}
