package racecard.web.safety;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Puts the headers on every answer, also on those that never reach a route. */
public final class Headers implements HttpConfiguration.Customizer {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
          + "object-src 'none'";

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    put(headers);
    return request;
  }

  /** Puts the headers on an answer that no customizer saw. */
  public static void put(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // Not no-referrer: browsers would then send "Origin: null" with our own forms.
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Robots-Tag", "noindex, nofollow");
  }
}
