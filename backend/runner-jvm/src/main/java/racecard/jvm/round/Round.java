package racecard.jvm.round;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import racecard.jvm.workload.Workload;

/** Executes rounds of N tasks and measures each of them. */
public final class Round {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Tape tape = new Tape();
  private final Workload workload;
  private final Strategy strategy;
  private final int tasks;

  /** Rounds of {@code tasks} tasks of {@code workload}, executed by {@code strategy}. */
  public Round(Workload workload, Strategy strategy, int tasks) {
    this.workload = workload;
    this.strategy = strategy;
    this.tasks = tasks;
  }

  /** Executes the tasks {@code repeats} times; records each task's times if {@code record}. */
  public Result execute(int repeats, boolean record) throws InterruptedException {
    tape.rewind(tasks * repeats, tasks * workload.laps(), record);
    Started started = new Started();
    long[] repeatNs = new long[repeats];
    Strategy.Helpers helpersBefore = strategy.helpers();
    PeakMemory.reset();
    THREADS.resetPeakThreadCount();
    long threadsBefore = THREADS.getTotalStartedThreadCount();
    Counters before = Counters.read();

    for (int repeat = 0; repeat < repeats; repeat++) {
      Batch batch = new Batch(tape, workload, started, tasks, repeat);
      repeatNs[repeat] = System.nanoTime();
      strategy.execute(batch);
    }
    long endNs = System.nanoTime();

    Counters counters = Counters.read().since(before);
    int threads = THREADS.getPeakThreadCount();
    long threadsStarted = THREADS.getTotalStartedThreadCount() - threadsBefore;
    long memoryBytes = PeakMemory.bytes() + started.memoryBytes();
    Strategy.Helpers helpers = strategy.helpers();
    return new Result(
        repeatNs[0],
        endNs - repeatNs[0],
        tape.checksum(tasks),
        tape.errors(),
        tape.firstError(),
        counters.and(helpers.counters().since(helpersBefore.counters())),
        memoryBytes + helpers.memoryBytes(),
        threads,
        threadsStarted,
        started.virtualThreads(),
        1 + helpers.processes() + started.mostAlive(),
        started.processes(),
        record ? Recording.of(tape, repeatNs, tasks) : null);
  }

  /**
   * What a round gave and cost; see docs/PROTOCOL.md, "rounded".
   *
   * @param startedNs when it began, on the monotonic clock
   * @param wallNs of all repeats together
   * @param threads most platform threads alive at once
   * @param processes most processes alive at once, this one included
   * @param recording null if it was not asked for
   */
  public record Result(
      long startedNs,
      long wallNs,
      long checksum,
      int errors,
      @Nullable String firstError,
      Counters counters,
      long memoryBytes,
      int threads,
      long threadsStarted,
      int virtualThreads,
      int processes,
      int processesStarted,
      @Nullable Recording recording) {}
}
