package racecard.web.safety;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racecard.web.http.Refusal;

/**
 * Asks for the password where one is configured: browsers log in and keep a signed cookie, programs
 * send {@code Authorization: Bearer PASSWORD}.
 */
public final class Login {
  private static final String COOKIE = "racecard_session";
  private static final Duration LASTS = Duration.ofDays(14);
  private static final int TRIES_PER_MINUTE = 10;
  private static final String TRIES = "tries at the password";
  // What a shared link needs, and what looks after the server.
  private static final Pattern OPEN =
      Pattern.compile("/login|/healthz|/robots\\.txt|/favicon\\.ico|/(s|static)/.*");

  private final @Nullable Password password;
  private final boolean secure;
  private final Clock clock;
  private final Rate tries;

  /** Asks for {@code password}; for none when it is null. */
  public Login(@Nullable Password password, boolean secure, Clock clock) {
    this.password = password;
    this.secure = secure;
    this.clock = clock;
    this.tries = new Rate(TRIES_PER_MINUTE, clock);
  }

  /** Whether the request may go on: no password is set, it is open to all, or it knows it. */
  public boolean lets(Context ctx) {
    return password == null
        || OPEN.matcher(ctx.path()).matches()
        || session(ctx, password)
        || bearer(ctx, password);
  }

  /** Whether a password is set at all. */
  public boolean required() {
    return password != null;
  }

  /** Tries {@code candidate}; when it is right the browser is logged in from now on. */
  public boolean tryPassword(Context ctx, String candidate) {
    tries.spend(ctx.ip(), TRIES);
    if (password == null || !password.matches(candidate)) {
      return false;
    }
    String ends = Long.toString(clock.millis() + LASTS.toMillis());
    ctx.cookie(cookie(ends + "." + signature(password, ends), (int) LASTS.toSeconds()));
    return true;
  }

  /** Logs the browser out. */
  public void end(Context ctx) {
    ctx.cookie(cookie("", 0));
  }

  private boolean session(Context ctx, Password secret) {
    String cookie = ctx.cookie(COOKIE);
    if (cookie == null || !cookie.matches("[0-9]{1,15}\\.[A-Za-z0-9_-]{43}")) {
      return false;
    }
    String[] parts = cookie.split("\\.", 2);
    boolean signed =
        MessageDigest.isEqual(
            signature(secret, parts[0]).getBytes(StandardCharsets.US_ASCII),
            parts[1].getBytes(StandardCharsets.US_ASCII));
    return signed && Long.parseLong(parts[0]) > clock.millis();
  }

  private boolean bearer(Context ctx, Password secret) {
    String header = ctx.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return false;
    }
    String candidate = header.substring(7).strip();
    if (secret.known(candidate)) {
      return true;
    }
    // Spent before it is tried: many wrong ones at once are no more than one after another.
    tries.spend(ctx.ip(), TRIES);
    if (!secret.matches(candidate)) {
      throw Refusal.of(401, "The password after Bearer is wrong.");
    }
    return true;
  }

  private static String signature(Password secret, String ends) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.sign(ends));
  }

  private Cookie cookie(String content, int seconds) {
    Cookie cookie = new Cookie(COOKIE, content);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }
}
