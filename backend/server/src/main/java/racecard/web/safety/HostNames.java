package racecard.web.safety;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import racecard.web.http.Refusal;

/**
 * The names under which a browser may address this server.
 *
 * <p>A page elsewhere can let its own name point to 127.0.0.1 and then read our answers as if they
 * were its own (DNS rebinding); but it cannot choose the name that the browser sends.
 */
public final class HostNames {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "[::]");
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|[0-9]+(\\.[0-9]+){3}");

  private final Set<String> names = new HashSet<>(LOOPBACK);
  private final boolean anyAddress;

  /**
   * The loopback names, the address listened on and the public address's host.
   *
   * <p>A server that listens on every address is also reached by each of them; an address in
   * figures cannot be rebound.
   */
  public HostNames(String listenAddress, @Nullable String publicHost) {
    String listen = bracketed(listenAddress.toLowerCase(Locale.ROOT));
    anyAddress = WILDCARDS.contains(listen);
    names.add(listen);
    if (publicHost != null) {
      names.add(bracketed(publicHost.toLowerCase(Locale.ROOT)));
    }
  }

  /** Refuses a request that was sent to another name. */
  public void check(Context ctx) {
    String host = ctx.header("Host");
    if (host == null || !FORM.matcher(host).matches()) {
      throw Refusal.unreadable("The Host header is missing or malformed.");
    }
    String name = host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
    if (!names.contains(name) && !(anyAddress && ADDRESS.matcher(name).matches())) {
      throw Refusal.of(
          421,
          "This Racecard does not answer to the name %s. Start it with --public-url http://%s if it should."
              .formatted(name, host));
    }
  }

  private static String bracketed(String name) {
    return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
  }
}
