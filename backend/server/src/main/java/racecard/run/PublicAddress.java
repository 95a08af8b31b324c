package racecard.run;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells public addresses from those of this machine, a private network or a cloud's metadata.
 *
 * <p>Source of the ranges: the IANA special-purpose address registries for IPv4 (RFC 6890) and
 * IPv6; 168.63.129.16 is where Azure answers its virtual machines.
 */
final class PublicAddress {
  private static final List<Range> SPECIAL_IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private PublicAddress() {}

  private record Range(int base, int bits) {
    boolean contains(int address) {
      return (address ^ base) >>> (32 - bits) == 0;
    }
  }

  private static List<Range> ranges(String... texts) {
    return Stream.of(texts).map(PublicAddress::range).toList();
  }

  private static Range range(String text) {
    String[] parts = text.split("/", -1);
    return new Range(
        bits(Inet4Address.ofLiteral(parts[0]).getAddress()), Integer.parseInt(parts[1]));
  }

  static boolean is(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> publicIpv4(bits(four.getAddress()));
      case Inet6Address six -> publicIpv6(six.getAddress());
      default -> false;
    };
  }

  /** Whether a network card here has the address: what is closed to others may be open to us. */
  static boolean ofThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }

  private static boolean publicIpv4(int address) {
    return SPECIAL_IPV4.stream().noneMatch(range -> range.contains(address));
  }

  // Only global unicast, 2000::/3, is public; within it documentation, benchmarking and the tunnels
  // that carry an IPv4 address (6to4, Teredo) are not. NAT64, mapped and compatible addresses lie
  // outside it.
  private static boolean publicIpv6(byte[] address) {
    int high = bits(address);
    boolean globalUnicast = high >>> 29 == 1;
    boolean ietfProtocols = high >>> 9 == 0x2001_0000 >>> 9;
    boolean documentation = high == 0x2001_0db8 || high >>> 12 == 0x3fff_0000 >>> 12;
    boolean sixToFour = high >>> 16 == 0x2002;
    return globalUnicast && !ietfProtocols && !documentation && !sixToFour;
  }

  private static int bits(byte[] address) {
    return ByteBuffer.wrap(address).getInt();
  }
}
