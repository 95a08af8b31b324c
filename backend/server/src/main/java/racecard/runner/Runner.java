package racecard.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The child that executes the rounds of one contender. */
public final class Runner implements AutoCloseable {
  private static final int PROTOCOL = 1;
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration PREPARE_LIMIT = Duration.ofSeconds(60);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ContenderName contender;
  private final Child child;
  private final String factsJson;

  private Runner(ContenderName contender, Child child, String factsJson) {
    this.contender = contender;
    this.child = child;
    this.factsJson = factsJson;
  }

  /**
   * Starts the child of {@code contender}; {@code marker} names the job for whoever finds it later.
   */
  public static Runner start(Installation installation, ContenderName contender, String marker)
      throws ChildFailure {
    Child child = Child.start("The runner of " + contender, installation.runner(), marker);
    try {
      JsonNode hello = child.receive("hello", START_LIMIT);
      if (hello.path("protocol").asInt(0) != PROTOCOL) {
        throw new ChildFailure(
            ChildFailure.Kind.PROTOCOL_BROKEN,
            "The runner of %s speaks protocol %s, not %d: rebuild it"
                .formatted(contender, hello.path("protocol"), PROTOCOL));
      }
      ObjectNode facts = JSON.createObjectNode();
      facts.put("version", hello.path("version").asString(""));
      facts.set("facts", hello.path("facts"));
      return new Runner(contender, child, JSON.writeValueAsString(facts));
    } catch (ChildFailure failure) {
      child.close();
      throw failure;
    }
  }

  /** The contender whose rounds it executes. */
  public ContenderName contender() {
    return contender;
  }

  /** What the child said of its runtime, an object. */
  public String factsJson() {
    return factsJson;
  }

  /** The child's process. */
  public ProcessHandle handle() {
    return child.handle();
  }

  /** Creates what the strategy keeps between rounds. */
  public Prepared prepare(Work work) throws ChildFailure {
    JsonNode answer = child.ask(message(work), List.of("ready", "refused"), PREPARE_LIMIT);
    if (answer.path("type").asString("").equals("ready")) {
      return new Prepared.Ready(
          answer.required("setup_ns").longValue(),
          answer.required("effective_in_flight").intValue(),
          JSON.writeValueAsString(answer.path("facts")));
    }
    return new Prepared.Refused(
        answer.path("kind").asString("REFUSED"),
        answer.path("message").asString(""),
        answer.path("remedy").asString(""));
  }

  private ObjectNode message(Work work) {
    ObjectNode message = JSON.createObjectNode();
    message.put("type", "prepare").put("protocol", PROTOCOL);
    message.put("strategy", contender.strategy()).put("workload", work.workload());
    message.set("params", JSON.valueToTree(work.params()));
    message.put("tasks", work.tasks()).put("in_flight", work.inFlight());
    message.put("nonce", work.nonce());
    if (work.origin() != null) {
      message.putObject("origin").set("addresses", JSON.valueToTree(work.origin()));
    } else if (!work.targets().isEmpty()) {
      message.set("targets", JSON.valueToTree(work.targets()));
    }
    return message;
  }

  /** Executes the tasks {@code repeats} times and records their time stamps. */
  public Rounded round(int round, int repeats, Duration limit) throws ChildFailure {
    ObjectNode message = JSON.createObjectNode();
    message.put("type", "round").put("round", round).put("repeats", repeats).put("record", true);
    JsonNode answer = child.ask(message, "rounded", limit);
    return new Rounded(
        answer.required("round").intValue(),
        answer.required("started_ns").longValue(),
        answer.required("wall_ns").longValue(),
        answer.required("repeats").intValue(),
        answer.required("checksum").stringValue(),
        answer.required("errors").intValue(),
        answer.path("first_error").isString() ? answer.path("first_error").stringValue() : null,
        number(answer, "cpu_ns"),
        number(answer, "memory_bytes"),
        number(answer, "threads"),
        number(answer, "processes"),
        number(answer, "gc_count"),
        number(answer, "gc_ns"),
        number(answer, "compile_ns"),
        number(answer, "classes_loaded"),
        number(answer, "voluntary_switches"),
        number(answer, "involuntary_switches"));
  }

  private static @Nullable Long number(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).longValue() : null;
  }

  /** The tasks of a recorded round, in their order. */
  public List<TaskTimes> timeline(int round) throws ChildFailure {
    List<TaskTimes> tasks = new ArrayList<>();
    int total;
    do {
      ObjectNode message = JSON.createObjectNode();
      message.put("type", "timeline").put("round", round).put("from", tasks.size());
      JsonNode piece = child.ask(message, "timeline", ANSWER_LIMIT);
      total = piece.required("total").intValue();
      int before = tasks.size();
      piece.required("tasks").forEach(task -> tasks.add(times(task)));
      if (tasks.size() == before) {
        break;
      }
    } while (tasks.size() < total);
    return tasks;
  }

  private static TaskTimes times(JsonNode task) {
    List<Long> downloads = new ArrayList<>();
    for (int i = 3; i < task.size(); i++) {
      downloads.add(task.get(i).longValue());
    }
    return new TaskTimes(
        task.get(0).longValue(), task.get(1).longValue(), task.get(2).longValue(), downloads);
  }

  /**
   * How many tasks of the recorded {@code rounds} took how long, by the middle of their bucket.
   *
   * @param of {@code service} or {@code submission}
   */
  public SortedMap<Long, Long> latency(String of, List<Integer> rounds) throws ChildFailure {
    SortedMap<Long, Long> counts = new TreeMap<>();
    int from = 0;
    int total;
    do {
      ObjectNode message = JSON.createObjectNode();
      message.put("type", "latency").put("of", of).put("from", from);
      ArrayNode numbers = message.putArray("rounds");
      rounds.forEach(numbers::add);
      JsonNode piece = child.ask(message, "latency", ANSWER_LIMIT);
      total = piece.required("total").intValue();
      JsonNode buckets = piece.required("buckets");
      buckets.forEach(
          b -> counts.merge(Buckets.middle(b.get(0).intValue()), b.get(1).longValue(), Long::sum));
      if (buckets.isEmpty()) {
        break;
      }
      from += buckets.size();
    } while (from < total);
    return counts;
  }

  /** How many steps of {@code mixed} this runtime does in {@code cpuNs} on one thread. */
  public long calibrate(long cpuNs) throws ChildFailure {
    ObjectNode message = JSON.createObjectNode().put("type", "calibrate").put("cpu_ns", cpuNs);
    return child.ask(message, "calibrated", PREPARE_LIMIT).required("steps").longValue();
  }

  /** Ends the child and everything it started; returns when it is gone. */
  @Override
  public void close() {
    child.close();
  }
}
