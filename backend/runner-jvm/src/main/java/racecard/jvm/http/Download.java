package racecard.jvm.http;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * One URL, as it is asked for.
 *
 * @param address a literal address and port
 * @param host what the Host header says
 * @param path path and query
 */
public record Download(InetSocketAddress address, String host, String path) {
  /** The bytes of the request. */
  public byte[] request() {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nUser-Agent: racecard\r\nAccept: */*\r\nAccept-Encoding: identity\r\n\r\n";
    return request.getBytes(StandardCharsets.UTF_8);
  }

  /** Where and what, for a person. */
  @Override
  public String toString() {
    return "http://" + host + path + " at " + address.getHostString() + ":" + address.getPort();
  }
}
