package racecard.web.http;

import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that links must carry to work elsewhere.
 *
 * @param listen the local address listened on
 * @param publicUrl how others reach this server; null when only as listened on
 */
public record Address(String listen, @Nullable URI publicUrl) {
  private static final Pattern LOOPBACK =
      Pattern.compile(
          "(localhost|127(\\.[0-9]+){3}|\\[?::1]?)(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

  /** How far a link made on this page reaches. */
  public enum Reach {
    /** To whoever can reach this server. */
    ELSEWHERE,
    /** Nowhere but this machine: it listens on no other address. */
    THIS_MACHINE,
    /** Nowhere but this machine, because the page was opened by a name that others use too. */
    OPENED_AS_LOCALHOST
  }

  /** Scheme, host and port without a slash at the end; the host was checked before. */
  public String base(Context ctx) {
    String base = publicUrl == null ? "http://" + ctx.header("Host") : publicUrl.toString();
    return base.replaceFirst("/+$", "");
  }

  /** How far a link under {@link #base} reaches, as far as this server can know. */
  public Reach reach(Context ctx) {
    if (publicUrl != null) {
      return loopback(publicUrl.getHost()) ? Reach.THIS_MACHINE : Reach.ELSEWHERE;
    }
    if (loopback(listen)) {
      return Reach.THIS_MACHINE;
    }
    return loopback(ctx.header("Host")) ? Reach.OPENED_AS_LOCALHOST : Reach.ELSEWHERE;
  }

  private static boolean loopback(@Nullable String host) {
    return host != null && LOOPBACK.matcher(host).matches();
  }
}
