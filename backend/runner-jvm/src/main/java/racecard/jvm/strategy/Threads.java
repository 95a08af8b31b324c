package racecard.jvm.strategy;

import java.util.concurrent.Semaphore;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** A platform thread for each task, started when one of the permits is free. */
public final class Threads implements Strategy {
  private final int inFlight;

  /** At most {@code inFlight} threads at once. */
  public Threads(int inFlight) {
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
          Thread.ofPlatform()
              .start(() -> {
                batch.execute(task);
                permits.release();
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
