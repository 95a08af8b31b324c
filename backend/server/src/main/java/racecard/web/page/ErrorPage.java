package racecard.web.page;

import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.view.Link;
import racecard.web.http.Refusal;

/** The page that says what went wrong and what to do. */
public final class ErrorPage {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);
  private static final Pattern OF_RUN = Pattern.compile("/runs/([0-9a-z]{8,10})/.+");

  /** Answers with the refusal's status and sentence; in plain text if even the page fails. */
  public void show(Context ctx, Refusal refusal) {
    ctx.status(refusal.status());
    try {
      Html.show(ctx, Html.TEMPLATES.errorShow(page(ctx, refusal)));
    } catch (RuntimeException failure) {
      LOG.error("the error page failed at {}", ctx.path(), failure);
      ctx.contentType("text/plain; charset=utf-8").result(refusal.sentence());
    }
  }

  private static racecard.view.ErrorPage page(Context ctx, Refusal refusal) {
    String title = title(refusal.status());
    return new racecard.view.ErrorPage(
        Frames.bare(title),
        refusal.status(),
        title,
        message(refusal),
        remedy(refusal),
        way(ctx, refusal));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "This request cannot be read";
      case 401 -> "A password is needed";
      case 403 -> "This is not allowed";
      case 404 -> "There is no such page";
      case 405 -> "This is not possible here";
      case 409 -> "Not as things stand";
      case 413 -> "This is too large";
      case 421 -> "This is not my name";
      case 422 -> "Something in this address or form is wrong";
      case 429 -> "Too much at once";
      case 503 -> "Not now";
      default -> status < 500 ? "This was refused" : "Racecard failed";
    };
  }

  private static String message(Refusal refusal) {
    if (refusal.errors().isEmpty()) {
      return refusal.sentence();
    }
    return refusal.errors().stream()
        .map(error -> "%s %s.".formatted(error.field(), error.message()))
        .collect(Collectors.joining(" "));
  }

  private static String remedy(Refusal refusal) {
    return refusal.retryAfterS().isPresent()
        ? "Wait %d s and try again.".formatted(refusal.retryAfterS().getAsLong())
        : "";
  }

  private static @Nullable Link way(Context ctx, Refusal refusal) {
    Matcher run = OF_RUN.matcher(ctx.path());
    if (refusal.status() == 401) {
      return new Link("Log in", "/login");
    }
    if (refusal.status() != 404 && run.matches()) {
      return new Link("Back to the run", "/runs/" + run.group(1));
    }
    return ctx.path().equals("/runs") ? new Link("All runs", "/runs") : null;
  }
}
