package racecard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import racecard.exchange.Document;
import racecard.web.http.Body;
import racecard.web.http.Refusal;
import racecard.web.safety.FormToken;
import racecard.web.safety.HostNames;
import racecard.web.safety.Login;
import racecard.web.safety.OwnPages;
import racecard.web.safety.Rate;

/** What every request passes before its route, in this order. */
final class Guards {
  private static final int CHANGES_PER_MINUTE = 120;
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
  // No route takes another method: those are told so by the router, whatever they carry.
  private static final Set<HandlerType> CHANGING = Set.of(HandlerType.POST, HandlerType.DELETE);
  // The form has some lines around the file.
  private static final int FORM_BYTES = 16 << 10;
  private static final Map<String, Integer> FOR_FILES =
      Map.of("/import", Document.LIMIT_BYTES + FORM_BYTES, "/api/v1/imports", Document.LIMIT_BYTES);

  private final HostNames hosts;
  private final OwnPages ownPages;
  private final FormToken formToken;
  private final Login login;
  private final Rate changes;

  Guards(Settings settings, FormToken formToken, Login login, Clock clock) {
    this.hosts =
        new HostNames(
            settings.address(),
            settings.publicUrl() == null ? null : settings.publicUrl().getHost());
    this.ownPages = new OwnPages(settings.publicUrl());
    this.formToken = formToken;
    this.login = login;
    this.changes = new Rate(CHANGES_PER_MINUTE, clock);
  }

  void add(RoutesConfig routes) {
    routes.before(this::check);
  }

  private void check(Context ctx) {
    hosts.check(ctx);
    boolean changing = CHANGING.contains(ctx.method());
    if (changing) {
      changes.spend(ctx.ip(), "changes");
      ownPages.check(ctx);
    }
    if (!(changing ? letsWithBody(ctx) : login.lets(ctx))) {
      askForPassword(ctx);
    } else if (changing) {
      checkForm(ctx);
    }
  }

  /** Whether it may go on; its body is read in any case, and a large one only of who may. */
  private boolean letsWithBody(Context ctx) {
    boolean lets = false;
    try {
      lets = login.lets(ctx);
      return lets;
    } finally {
      Integer file = FOR_FILES.get(ctx.path());
      Body.read(ctx, lets && file != null ? file : Body.LIMIT_BYTES);
    }
  }

  private void checkForm(Context ctx) {
    if (ctx.path().startsWith("/api/")) {
      json(ctx);
    } else {
      formToken.check(ctx);
    }
  }

  private static void json(Context ctx) {
    String type = ctx.contentType();
    boolean nothingSent = type == null && Body.empty(ctx);
    // A form cannot send this type across sites without asking first.
    if (HandlerType.POST.equals(ctx.method())
        && !nothingSent
        && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))) {
      throw Refusal.of(415, "The body must be sent with Content-Type: application/json.");
    }
  }

  private static void askForPassword(Context ctx) {
    if (ctx.path().startsWith("/api/") || !READING.contains(ctx.method())) {
      throw Refusal.of(401, "A password is needed: log in, or send Authorization: Bearer with it.");
    }
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.redirect(
        "/login?next=" + URLEncoder.encode(ctx.path() + query, StandardCharsets.UTF_8),
        HttpStatus.SEE_OTHER);
    ctx.skipRemainingHandlers();
  }
}
