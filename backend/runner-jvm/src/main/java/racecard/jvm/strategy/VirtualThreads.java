package racecard.jvm.strategy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.Semaphore;
import jdk.management.VirtualThreadSchedulerMXBean;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** A virtual thread for each task, started when one of the permits is free. */
public final class VirtualThreads implements Strategy {
  private final int inFlight;

  /** At most {@code inFlight} virtual threads at once. */
  public VirtualThreads(int inFlight) {
    this.inFlight = inFlight;
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    Semaphore permits = new Semaphore(inFlight);
    Thread[] threads = new Thread[batch.tasks()];
    for (int i = 0; i < threads.length; i++) {
      int task = i;
      permits.acquire();
      batch.handOver(task);
      threads[task] =
          Thread.ofVirtual()
              .start(() -> {
                batch.execute(task);
                permits.release();
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    batch.started().virtualThreads(threads.length);
  }

  @Override
  public Map<String, Object> facts() {
    VirtualThreadSchedulerMXBean scheduler =
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    return Map.of("carriers", scheduler.getParallelism());
  }
}
