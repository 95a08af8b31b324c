package racecard.run;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Target;

/**
 * Decides which of the user's URLs {@code fetch} may download from.
 *
 * <p>Names are resolved once, here; the child is given the address, so that a name that later
 * points into the private network changes nothing. Redirects are never followed.
 */
public final class UrlPolicy {
  private static final int MAX_PORT = 65_535;

  private final boolean publicAllowed;
  private final Resolver resolver;

  /** Resolves a host name to all its addresses. */
  @FunctionalInterface
  public interface Resolver {
    /** All addresses of {@code host}; throws UnknownHostException when it has none. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  /** What the policy says of one URL. */
  public sealed interface Decision {}

  /** The URL may be downloaded from {@code target}. */
  public record Allowed(Target target) implements Decision {}

  /** The URL may not be downloaded. */
  public record Denied(String reason) implements Decision {}

  private UrlPolicy(boolean publicAllowed, Resolver resolver) {
    this.publicAllowed = publicAllowed;
    this.resolver = resolver;
  }

  /** The default: nothing but the local origin. */
  public static UrlPolicy none() {
    return new UrlPolicy(false, host -> List.of());
  }

  /** Allows every {@code http} URL whose host has public addresses only. */
  public static UrlPolicy publicAddresses(Resolver resolver) {
    return new UrlPolicy(true, resolver);
  }

  /** Whether it may allow any URL at all, so that asking for one makes sense. */
  public boolean allowsSome() {
    return publicAllowed;
  }

  /** Decides on {@code url}, resolving its host. */
  public Decision resolve(String url) {
    if (!publicAllowed) {
      return new Denied(
          "own URLs are not allowed here; the operator can start Racecard with --allow-urls public");
    }
    URI uri = parse(url);
    if (uri == null || uri.getHost() == null) {
      return new Denied("must be a URL such as http://example.org/page");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      return new Denied(
          "must begin with http:// (https would time the encryption too and is not measured)");
    }
    if (uri.getUserInfo() != null) {
      return new Denied("must not contain a user name or password");
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      return new Denied("must have a port from 1 to 65535");
    }
    return resolve(uri, uri.getHost());
  }

  private static @Nullable URI parse(String url) {
    try {
      // Letters beyond ASCII are legal in an address, but not in a request's first line.
      return url.length() > 2_000 ? null : new URI(new URI(url).toASCIIString());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private Decision resolve(URI uri, String host) {
    try {
      List<InetAddress> addresses = resolver.resolve(host.replaceAll("^\\[|]$", ""));
      for (InetAddress address : addresses) {
        if (!PublicAddress.is(address)) {
          return new Denied(
              "points to %s, which is not a public address".formatted(address.getHostAddress()));
        }
        if (PublicAddress.ofThisMachine(address)) {
          return new Denied("points to this machine");
        }
      }
      return addresses.isEmpty()
          ? new Denied("has a host without an address")
          : new Allowed(target(uri, host, addresses.getFirst()));
    } catch (UnknownHostException e) {
      return new Denied("has a host that cannot be resolved");
    }
  }

  private static Target target(URI uri, String host, InetAddress address) {
    int port = uri.getPort() == -1 ? 80 : uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new Target(
        address.getHostAddress(), port, port == 80 ? host : host + ":" + port, path + query);
  }
}
