package racecard.web.safety;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import racecard.web.http.Refusal;

/**
 * Lets browsers change things only from our own pages; programs send no Origin and are not asked.
 */
public final class OwnPages {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final @Nullable URI publicUrl;

  /** Accepts pages of the address a request was sent to, and those of {@code publicUrl}. */
  public OwnPages(@Nullable URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** Refuses a changing request that a page elsewhere made. */
  public void check(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    if ((site != null && !OWN_SITES.contains(site)) || (origin != null && !own(origin, ctx))) {
      throw Refusal.of(
          403,
          "This came from a page of another site, which may not change anything here. "
              + "Open the page on this server and press the button there.");
    }
  }

  private boolean own(String origin, Context ctx) {
    // A proxy may speak https outside and http inside: the host and port decide.
    int afterScheme = origin.indexOf("://");
    String authority = afterScheme < 0 ? "" : origin.substring(afterScheme + 3);
    return authority.equalsIgnoreCase(ctx.header("Host"))
        || (publicUrl != null && authority.equalsIgnoreCase(publicUrl.getAuthority()));
  }
}
