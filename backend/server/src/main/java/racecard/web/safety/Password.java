package racecard.web.safety;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The one password that opens this server: kept as written, or as a PBKDF2 hash.
 *
 * <p>A hash is written {@code pbkdf2-sha256:ITERATIONS:SALT:HASH}, salt and hash in base64.
 */
public final class Password {
  private static final Pattern HASHED =
      Pattern.compile("pbkdf2-sha256:([0-9]{4,8}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");
  private static final int MIN_CHARACTERS = 8;

  private final String kept;
  private volatile byte @Nullable [] found;

  private Password(String kept) {
    this.kept = kept;
  }

  /**
   * The password that a file's first line holds.
   *
   * @throws IllegalArgumentException when it is shorter than 8 characters or a malformed hash
   */
  public static Password of(String line) {
    String kept = line.strip();
    if (kept.startsWith("pbkdf2-sha256:") && !HASHED.matcher(kept).matches()) {
      throw new IllegalArgumentException(
          "the hash must be written pbkdf2-sha256:ITERATIONS:SALT:HASH, salt and hash in base64");
    }
    if (kept.length() < MIN_CHARACTERS) {
      throw new IllegalArgumentException(
          "the password must have at least %d characters".formatted(MIN_CHARACTERS));
    }
    return new Password(kept);
  }

  /** Whether {@code candidate} was tried before and is the password: a hash is slow on purpose. */
  boolean known(String candidate) {
    byte[] right = found;
    return right != null && MessageDigest.isEqual(right, sha256(candidate));
  }

  /** Whether {@code candidate} is the password; takes as long for a near miss as for a far one. */
  public boolean matches(String candidate) {
    boolean right = compare(candidate);
    if (right) {
      found = sha256(candidate);
    }
    return right;
  }

  private boolean compare(String candidate) {
    Matcher hashed = HASHED.matcher(kept);
    if (!hashed.matches()) {
      return MessageDigest.isEqual(sha256(kept), sha256(candidate));
    }
    byte[] hash = Base64.getDecoder().decode(hashed.group(3));
    byte[] salt = Base64.getDecoder().decode(hashed.group(2));
    return MessageDigest.isEqual(
        hash, pbkdf2(candidate, salt, Integer.parseInt(hashed.group(1)), hash.length));
  }

  /** Signs {@code text} with a key that only this password gives; a new password voids it. */
  byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(sha256("racecard session " + kept), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }

  private static byte[] pbkdf2(String text, byte[] salt, int iterations, int bytes) {
    PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), salt, iterations, bytes * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", missing);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
