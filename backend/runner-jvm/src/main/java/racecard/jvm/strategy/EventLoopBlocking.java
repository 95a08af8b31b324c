package racecard.jvm.strategy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import racecard.jvm.loop.Loop;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/**
 * A mistake to learn from: every task blocks the loop's one thread while it waits or computes, so
 * that the others wait too, as if there were no loop.
 */
public final class EventLoopBlocking implements Strategy {
  private final Loop loop;

  /** Starts the loop. */
  public EventLoopBlocking() throws IOException {
    this.loop = Loop.start();
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(batch.tasks());
    for (int i = 0; i < batch.tasks(); i++) {
      int task = i;
      batch.handOver(task);
      loop.post(() -> {
        batch.execute(task);
        left.countDown();
      });
    }
    left.await();
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("loop_threads", 1);
  }

  @Override
  public void close() {
    loop.close();
  }
}
