package racecard.jvm.round;

import racecard.jvm.workload.Laps;
import racecard.jvm.workload.Workload;

/**
 * The N tasks of one repeat of a round, numbered from 0.
 *
 * <p>A strategy hands over every task once and has it executed once, by {@link #execute} wherever a
 * task may block, or by {@link #begin} and then {@link #end} or {@link #fail} where it may not.
 */
public final class Batch {
  private final Tape tape;
  private final Workload workload;
  private final Started started;
  private final int tasks;
  private final int first;

  Batch(Tape tape, Workload workload, Started started, int tasks, int repeat) {
    this.tape = tape;
    this.workload = workload;
    this.started = started;
    this.tasks = tasks;
    this.first = repeat * tasks;
  }

  /** How many tasks there are. */
  public int tasks() {
    return tasks;
  }

  /** Notes that {@code task} is handed over to its thread, pool, process or loop now. */
  public void handOver(int task) {
    if (tape.recording()) {
      tape.handedNs[first + task] = System.nanoTime();
    }
  }

  /**
   * Executes {@code task} where it is called; whatever it throws fails the task and goes no
   * further.
   */
  public void execute(int task) {
    begin(task);
    try {
      end(task, workload.execute(task, laps(task)));
    } catch (Throwable e) {
      // An Error too: a task that runs out of memory is a result, not the end of the round.
      fail(task, e);
    }
  }

  /** Notes that {@code task} starts now, and that it is handed over now if it was not before. */
  public void begin(int task) {
    if (tape.recording()) {
      long nowNs = System.nanoTime();
      tape.startNs[first + task] = nowNs;
      if (tape.handedNs[first + task] == 0) {
        tape.handedNs[first + task] = nowNs;
      }
    }
  }

  /** Notes that {@code task} ends now and gave {@code value}. */
  public void end(int task, long value) {
    tape.values[first + task] = value;
    if (tape.recording()) {
      tape.endNs[first + task] = System.nanoTime();
    }
  }

  /** Notes that {@code task} failed now, of {@code error}. */
  public void fail(int task, Throwable error) {
    String message = error.getMessage();
    String name = error.getClass().getSimpleName();
    fail(task, message == null ? name : name + ": " + message);
  }

  /** Notes that {@code task} failed now, for the reason {@code error}. */
  public void fail(int task, String error) {
    if (tape.recording()) {
      tape.endNs[first + task] = System.nanoTime();
    }
    tape.fail(first + task, error);
  }

  /** Where {@code task} notes the ends of its downloads. */
  public Laps laps(int task) {
    if (!tape.recording() || workload.laps() == 0) {
      return Laps.NONE;
    }
    return new Laps(tape.lapNs, task * workload.laps());
  }

  /** Takes over what another process noted about {@code task}. */
  public void take(int task, Stamps stamps) {
    int slot = first + task;
    tape.values[slot] = stamps.value();
    if (tape.recording()) {
      tape.startNs[slot] = stamps.startNs();
      tape.endNs[slot] = stamps.endNs();
      long[] laps = stamps.lapNs();
      System.arraycopy(laps, 0, tape.lapNs, task * workload.laps(), laps.length);
    }
  }

  /** Where the strategy counts the virtual threads and processes that it starts. */
  public Started started() {
    return started;
  }

  /**
   * What a task noted in another process; the monotonic clock is the same for all of a host.
   *
   * @param value below P
   * @param lapNs when each download ended
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  public record Stamps(long value, long startNs, long endNs, long[] lapNs) {}
}
