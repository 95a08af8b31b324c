package racecard.web.page;

import gg.jte.models.runtime.JteModel;
import io.javalin.http.Context;
import racecard.page.StaticTemplates;
import racecard.page.Templates;

/** Pages as a browser gets them: rendered whole, in UTF-8, never to be kept by anybody. */
public final class Html {
  /** The templates, one method for each. */
  public static final Templates TEMPLATES = new StaticTemplates();

  private Html() {}

  /** Answers with a page or a fragment. */
  public static void show(Context ctx, JteModel page) {
    ctx.header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(page.render());
  }
}
