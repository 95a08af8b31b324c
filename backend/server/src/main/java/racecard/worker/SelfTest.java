package racecard.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import racecard.catalog.Plan;

/** Downloads from each address of the origin once and looks at what comes, and when. */
final class SelfTest {
  private static final int TRIES = 8;
  private static final double LATE_NS = 10e6;
  private static final double LATE_SHARE = 0.05;
  private static final double EARLY_SHARE = 0.99;
  private static final Duration BEYOND_DELAY = Duration.ofSeconds(5);

  private final List<String> addresses;
  private final Plan plan;
  private final String nonce;

  SelfTest(List<String> addresses, Plan plan, String nonce) {
    this.addresses = addresses;
    this.plan = plan;
    this.nonce = nonce;
  }

  /** What the last address was asked for, and what it took. */
  record Passed(long askedNs, long answeredNs) {}

  /** The origin did not answer as it was told to. */
  static final class NotPassed extends Exception {
    private static final long serialVersionUID = 1;

    NotPassed(String why) {
      super(why);
    }
  }

  /** A fresh origin is slow at first, so each address has several tries to answer in time. */
  Passed run() throws NotPassed {
    Passed passed = new Passed(0, 0);
    for (int number = 0; number < addresses.size(); number++) {
      passed = inTime(addresses.get(number), OriginRule.path(number, 0));
    }
    return passed;
  }

  private Passed inTime(String address, String path) throws NotPassed {
    double askedNs = Physics.delayNs(plan, path);
    double latestNs = askedNs + Math.max(LATE_NS, LATE_SHARE * askedNs);
    long tookNs = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      tookNs = download(address, path, askedNs);
      if (tookNs < askedNs * EARLY_SHARE) {
        break;
      }
      if (tookNs <= latestNs) {
        return new Passed((long) askedNs, tookNs);
      }
    }
    throw new NotPassed(
        "The local origin at %s answered after %.1f ms where %.1f ms were asked for."
            .formatted(address, tookNs / 1e6, askedNs / 1e6));
  }

  private long download(String address, String path, double askedNs) throws NotPassed {
    byte[] due =
        OriginRule.body(nonce, path, Math.toIntExact(plan.parameters().number("body_bytes")));
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      int limitMs = (int) (askedNs / 1e6 + BEYOND_DELAY.toMillis());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(limitMs);
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          limitMs);
      long began = System.nanoTime();
      socket.getOutputStream().write(request(address, path));
      byte[] body = body(socket.getInputStream(), due.length);
      long tookNs = System.nanoTime() - began;
      if (!Arrays.equals(body, due)) {
        throw new NotPassed("The local origin at %s sent a wrong body.".formatted(address));
      }
      return tookNs;
    } catch (IOException failure) {
      throw new NotPassed(
          "The local origin at %s could not be downloaded from: %s"
              .formatted(address, failure.getMessage()));
    }
  }

  private static byte[] request(String address, String path) {
    return """
    GET %s HTTP/1.1\r
    Host: %s\r
    User-Agent: racecard\r
    Accept: */*\r
    Accept-Encoding: identity\r
    \r
    """
        .formatted(path, address)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] body(InputStream in, int length) throws IOException {
    DataInputStream answer = new DataInputStream(in);
    int end = 0;
    while (end != 0x0d0a0d0a) { // the empty line after the head
      end = end << 8 | answer.readUnsignedByte();
    }
    byte[] body = new byte[length];
    answer.readFully(body);
    return body;
  }
}
