package racecard.web.safety;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import racecard.web.http.Refusal;

/** How often one address may ask for something: so many a minute, as a bucket that refills. */
public final class Rate {
  private static final int MAX_ADDRESSES = 10_000;
  private static final double MINUTE_MS = 60_000;
  private static final int NETWORK_BYTES = 8;

  private final int perMinute;
  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  private record Bucket(double left, long atMs) {}

  /** At most {@code perMinute} at once, and as many a minute after that. */
  public Rate(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Spends one of {@code address}; refuses when its minute is spent. */
  public synchronized void spend(String address, String what) {
    String network = network(address);
    double left = left(network, address, what);
    buckets.put(network, new Bucket(left - 1, clock.millis()));
  }

  /** The address itself; of IPv6 the first 64 bits, since one host has all addresses within. */
  private static String network(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", ""));
      return literal instanceof Inet6Address six
          ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }

  private double left(String network, String address, String what) {
    long now = clock.millis();
    Bucket before = buckets.getOrDefault(network, new Bucket(perMinute, now));
    double refilled = Math.max(0, now - before.atMs()) * perMinute / MINUTE_MS;
    double left = Math.min(perMinute, before.left() + refilled);
    if (left < 1) {
      long seconds = Math.max(1, (long) Math.ceil((1 - left) * MINUTE_MS / perMinute / 1_000));
      throw Refusal.tooSoon(
          "More than %d %s a minute came from %s. Try again in %d s."
              .formatted(perMinute, what, address, seconds),
          seconds);
    }
    return left;
  }
}
