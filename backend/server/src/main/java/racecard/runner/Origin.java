package racecard.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The local HTTP server with a chosen delay, a process of its own. */
public final class Origin implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Child child;
  private final List<String> addresses;

  /**
   * What it did since it was asked last; null where nothing was answered.
   *
   * @param cpuNs its own CPU time
   * @param lateP95Ns how long after its due moment an answer was handed to the system
   */
  public record Stats(
      long requests,
      long cpuNs,
      @Nullable Long drawnSumNs,
      @Nullable Long lateP50Ns,
      @Nullable Long lateP95Ns) {}

  private Origin(Child child, List<String> addresses) {
    this.child = child;
    this.addresses = addresses;
  }

  /** Starts the origin; {@code marker} names the job for whoever finds it later. */
  public static Origin start(Installation installation, String marker) throws ChildFailure {
    Child child = Child.start("The origin", installation.origin(), marker);
    try {
      List<String> addresses = new ArrayList<>();
      child
          .receive("listening", START_LIMIT)
          .required("addresses")
          .forEach(address -> addresses.add(address.stringValue()));
      return new Origin(child, addresses);
    } catch (ChildFailure failure) {
      child.close();
      throw failure;
    }
  }

  /** Where it listens, each {@code 127.0.0.1:port}. */
  public List<String> addresses() {
    return addresses;
  }

  /** Its process. */
  public ProcessHandle handle() {
    return child.handle();
  }

  /** Sets delay, body and nonce, and forgets what was counted. */
  public void configure(String nonce, long delayMs, long jitterMs, long bodyBytes, long seed)
      throws ChildFailure {
    ObjectNode message = JSON.createObjectNode();
    message.put("type", "configure").put("nonce", nonce).put("delay_ms", delayMs);
    message.put("jitter_ms", jitterMs).put("body_bytes", bodyBytes).put("seed", seed);
    child.ask(message, "configured", ANSWER_LIMIT);
  }

  /** What it did since it was configured or asked last. */
  public Stats stats() throws ChildFailure {
    JsonNode answer =
        child.ask(JSON.createObjectNode().put("type", "stats"), "stats", ANSWER_LIMIT);
    return new Stats(
        answer.path("requests").longValue(),
        answer.path("cpu_ns").longValue(),
        number(answer, "drawn_sum_ns"),
        number(answer, "late_p50_ns"),
        number(answer, "late_p95_ns"));
  }

  private static @Nullable Long number(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).longValue() : null;
  }

  /** Ends it; returns when it is gone. */
  @Override
  public void close() {
    child.close();
  }
}
