package racecard.jvm.workload;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import racecard.jvm.http.Download;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;
import racecard.jvm.line.Refusal;

/** Reads the workload that a `prepare` message asks for. */
public final class Workloads {
  private static final int MAX_NONCE_CHARACTERS = 64;
  private static final long MAX_BASE = 1L << 52;
  private static final long MAX_US = 3_600_000_000L;

  private Workloads() {}

  /**
   * The workload of {@code prepare}; throws {@link BadMessage} if it is incomplete, {@link Refusal}
   * if it is unknown.
   */
  public static Workload read(Message prepare) {
    Message params = prepare.message("params");
    String nonce = nonce(prepare);
    String id = prepare.text("workload");
    return switch (id) {
      case "power" ->
          new Power(
              params.number("base", 1, MAX_BASE), params.count("exponent", 0, Integer.MAX_VALUE));
      case "hash" ->
          new Hash(
              nonce,
              params.count("buffer_bytes", 1, 1 << 30),
              params.number("repeats", 0, Message.LARGEST));
      case "sleep" -> new Sleep(params.number("sleep_us", 0, MAX_US));
      case "mixed" ->
          new Mixed(
              nonce,
              params.number("wait_us", 0, MAX_US),
              params.number("steps", 0, Message.LARGEST));
      case "fetch" -> new Fetch(urls(prepare, params), params.count("limit_ms", 1, 3_600_000));
      default ->
          throw new Refusal(
              "UNKNOWN_WORKLOAD",
              "This runner does not know the workload `" + id + "`.",
              "Choose fetch, hash, mixed, power or sleep.");
    };
  }

  private static String nonce(Message prepare) {
    String nonce = prepare.text("nonce");
    if (nonce.length() > MAX_NONCE_CHARACTERS) {
      throw new BadMessage(
          "The field `nonce` must have at most " + MAX_NONCE_CHARACTERS + " characters.");
    }
    return nonce;
  }

  private static Urls urls(Message prepare, Message params) {
    if (prepare.has("origin") == prepare.has("targets")) {
      throw new BadMessage("`fetch` needs either `origin` or `targets`.");
    }
    if (prepare.has("targets")) {
      List<Download> downloads = new ArrayList<>();
      for (Message target : prepare.messages("targets")) {
        downloads.add(download(target));
      }
      return new Urls.Given(List.copyOf(notEmpty(downloads, "targets")));
    }
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String address : prepare.message("origin").texts("addresses")) {
      addresses.add(hostAndPort(address));
    }
    return new Urls.AtOrigin(
        params.count("urls_per_task", 1, 10_000), List.copyOf(notEmpty(addresses, "addresses")));
  }

  private static Download download(Message target) {
    return new Download(
        address(target.text("address"), target.count("port", 1, 65_535)),
        printable("host", target.text("host")),
        path(printable("path", target.text("path"))));
  }

  private static String path(String text) {
    if (!text.startsWith("/")) {
      throw new BadMessage("`path` of a target must begin with `/`.");
    }
    return text;
  }

  private static InetSocketAddress hostAndPort(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return address(
          text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new BadMessage("`" + text + "` is not a literal address with a port.");
    }
  }

  private static InetSocketAddress address(String literal, int port) {
    try {
      return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    } catch (IllegalArgumentException e) {
      throw new BadMessage("`" + literal + "` is not a literal IP address.");
    }
  }

  // A line break or a space here would let a URL write request lines of its own.
  private static String printable(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
        throw new BadMessage("`" + field + "` of a target must be printable ASCII without spaces.");
      }
    }
    return text;
  }

  private static <T> List<T> notEmpty(List<T> list, String name) {
    if (list.isEmpty()) {
      throw new BadMessage("`" + name + "` must not be empty.");
    }
    return list;
  }
}
