package racecard.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import racecard.web.safety.Password;

/**
 * Where the server listens and who may ask.
 *
 * @param address the local address to listen on, as in {@code 127.0.0.1}
 * @param port 0 for any free one
 * @param publicUrl how others reach it, behind a proxy for example; null when only as listened on
 * @param password asked for before everything but shared links; null for none
 */
public record Settings(
    String address, int port, @Nullable URI publicUrl, @Nullable Password password) {

  /** Whether browsers reach it by https, so that cookies may ask for that. */
  boolean secure() {
    return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
  }
}
