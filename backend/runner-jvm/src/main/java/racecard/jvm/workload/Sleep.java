package racecard.jvm.workload;

import java.time.Duration;

/** Waits {@code us} microseconds and does nothing else. */
public record Sleep(long us) implements Workload {
  @Override
  public long execute(int task, Laps laps) throws InterruptedException {
    pause(us);
    return us;
  }

  /** Blocks the caller for {@code us} microseconds; 0 is no wait. */
  static void pause(long us) throws InterruptedException {
    if (us > 0) {
      Thread.sleep(Duration.ofNanos(us * 1_000));
    }
  }
}
