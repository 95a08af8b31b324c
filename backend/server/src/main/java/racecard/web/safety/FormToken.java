package racecard.web.safety;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import racecard.web.http.Form;
import racecard.web.http.Refusal;

/** Proves that a posted form was shown by us: the same secret in a cookie and in the form. */
public final class FormToken {
  /** The hidden field's name. */
  public static final String FIELD = "csrf";

  private static final String COOKIE = "racecard_form";
  private static final int BYTES = 24;
  private static final Pattern MADE = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  /** Tokens whose cookie is sent over https only when {@code secure}. */
  public FormToken(boolean secure) {
    this.secure = secure;
  }

  /** The token for forms on this page; gives the browser its cookie when it has none. */
  public String of(Context ctx) {
    String known = ctx.attribute(COOKIE);
    if (known != null) {
      return known;
    }
    String sent = ctx.cookie(COOKIE);
    String token = sent != null && MADE.matcher(sent).matches() ? sent : make(ctx);
    ctx.attribute(COOKIE, token);
    return token;
  }

  /** Refuses a posted form that does not carry the browser's token. */
  public void check(Context ctx) {
    String sent = ctx.cookie(COOKIE);
    if (sent == null || !MADE.matcher(sent).matches() || !equal(sent, Form.posted(ctx))) {
      throw Refusal.of(
          403,
          "This form was not shown by this server, or the browser refuses its cookie. "
              + "Go back, reload the page and press the button again.");
    }
  }

  private static boolean equal(String cookie, Form form) {
    return MessageDigest.isEqual(
        cookie.getBytes(StandardCharsets.UTF_8), form.text(FIELD).getBytes(StandardCharsets.UTF_8));
  }

  private String make(Context ctx) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
    return token;
  }
}
