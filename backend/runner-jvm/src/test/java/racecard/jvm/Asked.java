package racecard.jvm;

import java.util.List;
import racecard.jvm.line.Message;

/** Messages as a coordinator would send them. */
final class Asked {
  static final String NONCE = "k3v9q2mw";

  static final List<String> STRATEGIES =
      List.of(
          "sequential",
          "threads",
          "thread-pool",
          "processes",
          "process-pool",
          "virtual-threads",
          "event-loop",
          "event-loop-blocking");

  private Asked() {}

  static Message prepare(String strategy, String workload, int tasks, int inFlight) {
    return Message.of("prepare")
        .with("protocol", 1L)
        .with("strategy", strategy)
        .with("workload", workload)
        .with("params", params())
        .with("tasks", (long) tasks)
        .with("in_flight", (long) inFlight)
        .with("nonce", NONCE);
  }

  /** Sleeps of {@code us} microseconds. */
  static Message sleep(String strategy, int tasks, int inFlight, long us) {
    return prepare(strategy, "sleep", tasks, inFlight)
        .with("params", params().with("sleep_us", us));
  }

  /** Small powers. */
  static Message power(String strategy, int tasks, int inFlight) {
    return prepare(strategy, "power", tasks, inFlight)
        .with("params", params().with("base", 7777L).with("exponent", 2_000L));
  }

  /** Downloads from {@code origin}. */
  static Message fetch(
      String strategy, int tasks, int inFlight, long urlsPerTask, TestOrigin origin) {
    return prepare(strategy, "fetch", tasks, inFlight)
        .with("params", params().with("urls_per_task", urlsPerTask).with("limit_ms", 10_000L))
        .with("origin", params().with("addresses", origin.addresses()));
  }

  static Message round(long number) {
    return round(number, 1);
  }

  static Message round(long number, long repeats) {
    return Message.of("round").with("round", number).with("repeats", repeats).with("record", true);
  }

  static Message params() {
    return Message.of("params");
  }
}
