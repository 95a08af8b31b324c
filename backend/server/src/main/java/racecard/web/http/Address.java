package racecard.web.http;

import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address that links must carry to work elsewhere. */
public record Address(@Nullable URI publicUrl) {

  /** Scheme, host and port without a slash at the end; the host was checked before. */
  public String base(Context ctx) {
    String base = publicUrl == null ? "http://" + ctx.header("Host") : publicUrl.toString();
    return base.replaceFirst("/+$", "");
  }
}
