package racecard.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import racecard.view.Assets;
import racecard.view.Assets.Asset;
import racecard.web.http.Refusal;

/** The files that pages load, and those that browsers and robots ask for by themselves. */
public final class StaticFiles {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  /** A stylesheet, script or icon; kept for ever when asked for by its version. */
  public void show(Context ctx) {
    Asset asset =
        Assets.find(ctx.pathParam("name"))
            .orElseThrow(() -> Refusal.notFound("There is no file %s.".formatted(ctx.path())));
    String tag = "\"" + asset.version() + "\"";
    ctx.header("Cache-Control", asset.version().equals(ctx.queryParam("v")) ? FOR_EVER : ASK_AGAIN);
    ctx.header("ETag", tag);
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.contentType(asset.contentType()).result(asset.text());
    }
  }

  /** Where browsers look for an icon. */
  public void favicon(Context ctx) {
    ctx.redirect(Assets.href("icon.svg"), HttpStatus.SEE_OTHER);
  }

  /** Keeps robots away: results are nobody's but the reader's. */
  public void robots(Context ctx) {
    ctx.contentType("text/plain; charset=utf-8").result("User-agent: *\nDisallow: /\n");
  }
}
