package racecard.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one task does, with its input. */
public enum Workload {
  /** The article's {@code a ** b} on big integers. */
  POWER(
      "a ** b on big integers: pure CPU work",
      new Parameter("base", "base", "", 7_777, 2, 1_000_000_000),
      new Parameter("exponent", "exponent", "", 200_000, 1, 5_000_000)),
  /** Downloads URLs one after another. */
  FETCH(
      "downloads URLs one after another: waiting for a network",
      new Parameter("urls_per_task", "URLs per task", "", 4, 1, 100),
      new Parameter("delay_ms", "delay", "ms", 50, 0, 10_000),
      new Parameter("jitter_ms", "jitter", "ms", 0, 0, 5_000),
      new Parameter("body_bytes", "body", "bytes", 1_024, 0, 1_048_576)),
  /** SHA-256 over large buffers: CPU work in native code. */
  HASH(
      "SHA-256 over large buffers: CPU work that lets CPython's GIL go",
      new Parameter("buffer_bytes", "buffer", "bytes", 1_048_576, 1, 67_108_864),
      new Parameter("repeats", "repeats", "", 32, 1, 100_000)),
  /** Pure waiting, without sockets. */
  SLEEP(
      "waits and does nothing: waiting without a network",
      new Parameter("sleep_ms", "wait", "ms", 50, 1, 60_000)),
  /** A share of CPU work, the rest waiting, in one task. */
  MIXED(
      "computes for a share of the time and waits for the rest, as a real service does",
      new Parameter("task_ms", "task", "ms", 20, 1, 10_000),
      new Parameter("cpu_percent", "CPU share", "%", 20, 0, 100)),
  /** What another tool executed and timed; Racecard only keeps and shows it. */
  FOREIGN("timed by another tool, whose file was imported");

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
  private final List<Parameter> parameters;

  Workload(String sentence, Parameter... parameters) {
    this.sentence = sentence;
    this.parameters = List.of(parameters);
  }

  /** The workload named {@code id}, if there is one. */
  public static Optional<Workload> find(String id) {
    return Stream.of(values()).filter(workload -> workload.id().equals(id)).findFirst();
  }

  /** The workloads that Racecard executes, and a run may ask for. */
  public static List<Workload> executed() {
    return Stream.of(values()).filter(workload -> workload != FOREIGN).toList();
  }

  /** The name used in requests, rows and pages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What one task does, for a person who chooses. */
  public String sentence() {
    return sentence;
  }

  /** The numbers that shape it, in the order a form asks for them. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * Whether a task keeps a core busy from start to end, so that more in flight than cores cannot
   * help.
   */
  public boolean computes() {
    return this == POWER || this == HASH;
  }
}
