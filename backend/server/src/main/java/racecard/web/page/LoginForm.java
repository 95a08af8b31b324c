package racecard.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racecard.view.LoginPage;
import racecard.web.http.Form;
import racecard.web.safety.FormToken;
import racecard.web.safety.Login;

/** {@code /login}: asks for the password and leads to where the person wanted to go. */
public final class LoginForm {
  private static final String HOME = "/";
  private static final int WRONG_PASSWORD = 401;
  // A path of this server: no host, which begins with two slashes, and nothing a browser takes
  // for a slash.
  private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]{0,2000}");

  private final Login login;
  private final FormToken formToken;

  /** Tries passwords at {@code login}. */
  public LoginForm(Login login, FormToken formToken) {
    this.login = login;
    this.formToken = formToken;
  }

  /** The form. */
  public void show(Context ctx) {
    String next = local(Form.asked(ctx).text("next"));
    if (login.required()) {
      show(ctx, next, null);
    } else {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    }
  }

  /** Logs the browser in, or shows the form again. */
  public void create(Context ctx) {
    Form form = Form.posted(ctx);
    String next = local(form.text("next"));
    if (!login.required() || login.tryPassword(ctx, form.text("password"))) {
      ctx.redirect(next, HttpStatus.SEE_OTHER);
    } else {
      show(ctx.status(WRONG_PASSWORD), next, "This is not the password.");
    }
  }

  /** Logs the browser out. */
  public void end(Context ctx) {
    login.end(ctx);
    ctx.redirect(login.required() ? "/login" : HOME, HttpStatus.SEE_OTHER);
  }

  private void show(Context ctx, String next, @Nullable String error) {
    Html.show(
        ctx,
        Html.TEMPLATES.loginShow(new LoginPage(formToken.of(ctx), next, error, Version.text())));
  }

  private static String local(String next) {
    return LOCAL.matcher(next).matches() ? next : HOME;
  }
}
