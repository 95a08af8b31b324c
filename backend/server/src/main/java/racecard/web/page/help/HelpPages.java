package racecard.web.page.help;

import io.javalin.http.Context;
import racecard.view.Frame;
import racecard.web.http.Address;
import racecard.web.page.Frames;
import racecard.web.page.Html;

/** {@code /help/…}: how it is measured, what the words mean, what scripts rely on. */
public final class HelpPages {
  private final Frames frames;
  private final Address address;

  /** Puts {@code frames} around them, with examples that ask {@code address}. */
  public HelpPages(Frames frames, Address address) {
    this.frames = frames;
    this.address = address;
  }

  /** How it is measured. */
  public void method(Context ctx) {
    Html.show(ctx, Html.TEMPLATES.helpMethod(frame(ctx, "How it is measured")));
  }

  /** What the words mean. */
  public void glossary(Context ctx) {
    Html.show(ctx, Html.TEMPLATES.helpGlossary(frame(ctx, "Glossary")));
  }

  /** The JSON. */
  public void api(Context ctx) {
    Html.show(ctx, Html.TEMPLATES.helpApi(frame(ctx, "API"), address.base(ctx)));
  }

  private Frame frame(Context ctx, String title) {
    return frames.of(ctx, Frame.Place.ELSEWHERE, title);
  }
}
