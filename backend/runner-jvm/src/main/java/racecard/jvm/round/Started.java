package racecard.jvm.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Virtual threads and processes that a strategy starts within a round. */
public final class Started {
  private final List<Long> peakBytes = new ArrayList<>();
  private int virtualThreads;
  private int processes;
  private int alive;
  private int mostAlive;

  /** Counts {@code count} virtual threads. */
  public synchronized void virtualThreads(int count) {
    virtualThreads += count;
  }

  /** Counts one process that begins. */
  public synchronized void processBegins() {
    processes++;
    alive++;
    mostAlive = Math.max(mostAlive, alive);
  }

  /** Counts one process that has ended, with its peak resident memory in bytes. */
  public synchronized void processEnded(long peak) {
    alive--;
    peakBytes.add(peak);
  }

  synchronized int virtualThreads() {
    return virtualThreads;
  }

  synchronized int processes() {
    return processes;
  }

  synchronized int mostAlive() {
    return mostAlive;
  }

  /** The peaks of as many processes as were alive at once, the largest ones, added up. */
  synchronized long memoryBytes() {
    return peakBytes.stream()
        .sorted(Comparator.reverseOrder())
        .limit(mostAlive)
        .mapToLong(Long::longValue)
        .sum();
  }
}
