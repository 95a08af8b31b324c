package racecard.catalog;

import java.util.Optional;
import java.util.stream.Stream;

/** A way to execute N tasks. */
public enum Strategy {
  /** One task after another. */
  SEQUENTIAL("sequential", "Sequential", "one task after another"),
  /** A platform thread for each task. */
  THREADS("threads", "Threads", "a platform thread for each task"),
  /** A fixed number of platform threads. */
  THREAD_POOL("thread-pool", "Thread pool", "a fixed number of platform threads"),
  /** A process for each task. */
  PROCESSES("processes", "Processes", "a process for each task"),
  /** A fixed number of processes. */
  PROCESS_POOL("process-pool", "Process pool", "a fixed number of processes"),
  /** A virtual thread for each task. */
  VIRTUAL_THREADS("virtual-threads", "Virtual threads", "a virtual thread for each task"),
  /** One loop thread; CPU work is handed to an executor. */
  EVENT_LOOP("event-loop", "Event loop", "one loop thread; CPU work handed to an executor");

  private final String id;
  private final String title;
  private final String sentence;

  Strategy(String id, String title, String sentence) {
    this.id = id;
    this.title = title;
    this.sentence = sentence;
  }

  /** The strategy named {@code id}, if there is one. */
  public static Optional<Strategy> find(String id) {
    return Stream.of(values()).filter(strategy -> strategy.id.equals(id)).findFirst();
  }

  /** The name used in contenders. */
  public String id() {
    return id;
  }

  /** The name at the start of a sentence. */
  public String title() {
    return title;
  }

  /** What it does, for a person who chooses. */
  public String sentence() {
    return sentence;
  }
}
