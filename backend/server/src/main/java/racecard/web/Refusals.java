package racecard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.web.http.Json;
import racecard.web.http.Refusal;
import racecard.web.page.ErrorPage;

/** Answers what went wrong: a problem for programs, a page for people, never a trace. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final ErrorPage page;

  Refusals(ErrorPage page) {
    this.page = page;
  }

  void add(RoutesConfig routes) {
    routes.exception(Refusal.class, (refusal, ctx) -> answer(ctx, refusal));
    routes.exception(
        HttpResponseException.class, (refusal, ctx) -> answer(ctx, ofJavalin(ctx, refusal)));
    routes.exception(
        MethodNotAllowedResponse.class, (refusal, ctx) -> answer(ctx, notAllowed(ctx, refusal)));
    routes.exception(
        Exception.class,
        (failure, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
          answer(ctx, Refusal.of(500, "Racecard failed here. The server's log has the details."));
        });
  }

  private void answer(Context ctx, Refusal refusal) {
    ctx.header("Cache-Control", "no-store");
    refusal.retryAfterS().ifPresent(s -> ctx.header("Retry-After", Long.toString(s)));
    if (refusal.status() == 401) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"Racecard\"");
    }
    if (forPrograms(ctx)) {
      Json.problem(ctx, refusal);
    } else {
      page.show(ctx, refusal);
    }
  }

  private static boolean forPrograms(Context ctx) {
    String accept = ctx.header("Accept");
    return ctx.path().startsWith("/api/")
        || ctx.path().endsWith(".json")
        || (accept != null && accept.contains("json") && !accept.contains("html"));
  }

  private static Refusal notAllowed(Context ctx, MethodNotAllowedResponse refusal) {
    String allowed = String.join(", ", refusal.getDetails().values());
    ctx.header("Allow", allowed);
    return Refusal.of(
        405,
        "%s is not possible at %s; possible: %s."
            .formatted(ctx.method().name(), ctx.path(), allowed));
  }

  private static Refusal ofJavalin(Context ctx, HttpResponseException refusal) {
    return switch (refusal.getStatus()) {
      case 404 -> Refusal.notFound("There is nothing at %s.".formatted(ctx.path()));
      default -> Refusal.of(refusal.getStatus(), "The request was refused.");
    };
  }
}
