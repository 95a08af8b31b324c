package racecard.jvm.workload;

/** Where a task notes when each of its downloads ended. */
public final class Laps {
  /** For tasks whose laps are not kept. */
  public static final Laps NONE = new Laps(new long[0], 0);

  private final long[] endsNs;
  private final int from;

  /** Laps kept in {@code endsNs}, on the monotonic clock, this task's from {@code from} on. */
  public Laps(long[] endsNs, int from) {
    this.endsNs = endsNs;
    this.from = from;
  }

  /** Notes that lap number {@code lap} ends now. */
  public void mark(int lap) {
    if (endsNs.length > 0) {
      endsNs[from + lap] = System.nanoTime();
    }
  }
}
