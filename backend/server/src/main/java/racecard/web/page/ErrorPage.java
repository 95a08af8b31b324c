package racecard.web.page;

import io.javalin.http.Context;
import racecard.web.http.Refusal;

/** The page that says what went wrong and what to do. */
public final class ErrorPage {
  /** Answers with the refusal's status and sentence. */
  public void show(Context ctx, Refusal refusal) {
    ctx.status(refusal.status())
        .contentType("text/plain; charset=utf-8")
        .result(refusal.sentence());
  }
}
