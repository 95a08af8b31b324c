package racecard.jvm.round;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept of a recorded round: the timeline of its last repeat and the latencies of all.
 *
 * @param timeline nanoseconds since the repeat began, a row per task: handed over, start, end,
 *     laps; -1 for what never happened
 * @param width numbers in a row
 * @param service from each task's start to its end
 * @param submission from the beginning of its repeat to each task's end
 */
@SuppressWarnings("ArrayRecordComponent") // kept and copied from, never compared
public record Recording(long[] timeline, int width, Histogram service, Histogram submission) {
  private static final int FIXED = 3;

  static Recording of(Tape tape, long[] repeatNs, int tasks) {
    Histogram service = new Histogram();
    Histogram submission = new Histogram();
    for (int slot = 0; slot < tasks * repeatNs.length; slot++) {
      if (tape.values[slot] != Tape.FAILED) {
        service.add(tape.endNs[slot] - tape.startNs[slot]);
        submission.add(tape.endNs[slot] - repeatNs[slot / tasks]);
      }
    }
    int laps = tape.lapNs.length / tasks;
    long[] timeline = new long[tasks * (FIXED + laps)];
    int first = tasks * (repeatNs.length - 1);
    long zeroNs = repeatNs[repeatNs.length - 1];
    int at = 0;
    for (int task = 0; task < tasks; task++) {
      timeline[at++] = since(zeroNs, tape.handedNs[first + task]);
      timeline[at++] = since(zeroNs, tape.startNs[first + task]);
      timeline[at++] = since(zeroNs, tape.endNs[first + task]);
      for (int lap = 0; lap < laps; lap++) {
        timeline[at++] = since(zeroNs, tape.lapNs[task * laps + lap]);
      }
    }
    return new Recording(timeline, FIXED + laps, service, submission);
  }

  /** How many tasks the timeline has. */
  public int tasks() {
    return timeline.length / width;
  }

  /** The rows of at most {@code most} tasks from {@code from} on. */
  public List<long[]> rows(int from, int most) {
    List<long[]> rows = new ArrayList<>();
    int to = Math.min(tasks(), from + most);
    for (int task = from; task < to; task++) {
      long[] row = new long[width];
      System.arraycopy(timeline, task * width, row, 0, width);
      rows.add(row);
    }
    return rows;
  }

  long bytes() {
    return (long) Long.BYTES * timeline.length;
  }

  // A stamp from before the repeat was left by an earlier one, or is the wiped tape's 0.
  private static long since(long zeroNs, long ns) {
    return ns < zeroNs ? -1 : ns - zeroNs;
  }
}
