package racecard.jvm;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import racecard.jvm.line.Message;
import racecard.jvm.line.Refusal;
import racecard.jvm.workload.Computation;
import racecard.jvm.workload.Workload;
import racecard.jvm.workload.Workloads;

/**
 * What a `prepare` asks for.
 *
 * @param prepare the message itself, for the processes that execute tasks
 * @param tasks N
 * @param inFlight at most how many tasks may execute at once; at most N
 * @param cores usable cores
 */
record Setting(Message prepare, Kind kind, Workload workload, int tasks, int inFlight, int cores) {
  private static final int MAX_TASKS = 1_000_000;

  static Setting read(Message prepare) {
    int tasks = prepare.count("tasks", 1, Integer.MAX_VALUE);
    int inFlight = prepare.count("in_flight", 1, Integer.MAX_VALUE);
    Kind kind = Kind.find(prepare.text("strategy"));
    Workload workload = Workloads.read(prepare);
    if (tasks > MAX_TASKS) {
      throw new Refusal(
          "TOO_MANY_TASKS",
          "A round of %,d tasks was asked for and this runner keeps at most %,d."
              .formatted(tasks, MAX_TASKS),
          "Ask for fewer tasks.");
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return new Setting(prepare, kind, workload, tasks, Math.min(inFlight, tasks), cores);
  }

  /** How many tasks may really be executing at once. */
  int effectiveInFlight() {
    return switch (kind) {
      case SEQUENTIAL, EVENT_LOOP_BLOCKING -> 1;
      case THREADS, PROCESSES, VIRTUAL_THREADS -> inFlight;
      case THREAD_POOL, PROCESS_POOL, EVENT_LOOP ->
          workload instanceof Computation ? executorThreads() : inFlight;
    };
  }

  /** More threads than cores cannot compute more. */
  int executorThreads() {
    return Math.min(inFlight, cores);
  }

  /** The strategies of this runner. */
  enum Kind {
    SEQUENTIAL("sequential"),
    THREADS("threads"),
    THREAD_POOL("thread-pool"),
    PROCESSES("processes"),
    PROCESS_POOL("process-pool"),
    VIRTUAL_THREADS("virtual-threads"),
    EVENT_LOOP("event-loop"),
    EVENT_LOOP_BLOCKING("event-loop-blocking");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    static Kind find(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      throw new Refusal(
          "UNKNOWN_STRATEGY",
          "The JVM's runner does not know the strategy `" + id + "`.",
          Stream.of(values())
              .map(kind -> kind.id)
              .collect(Collectors.joining(", ", "Choose one of ", ".")));
    }
  }
}
