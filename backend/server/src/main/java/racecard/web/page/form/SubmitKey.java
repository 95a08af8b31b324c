package racecard.web.page.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racecard.web.http.Form;

/** Makes pressing a button twice one run: a secret that is posted along. */
public final class SubmitKey {
  /** The hidden field's name. */
  public static final String FIELD = "key";

  private static final Pattern MADE = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private SubmitKey() {}

  /** A key for a form that is shown. */
  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The key that was posted, for a form that is shown again; a new one when none was. */
  static String kept(Form form) {
    String posted = form.text(FIELD);
    return MADE.matcher(posted).matches() ? posted : make();
  }

  /**
   * The key of a submit; null when none was posted. It holds the request too: a browser that goes
   * back to the form and asks for something else wants another run.
   */
  public static @Nullable String of(Form form, Map<String, ?> request) {
    String posted = form.text(FIELD);
    return MADE.matcher(posted).matches() ? "form:" + posted + ":" + digest(request) : null;
  }

  private static String digest(Map<String, ?> request) {
    try {
      byte[] text = request.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
