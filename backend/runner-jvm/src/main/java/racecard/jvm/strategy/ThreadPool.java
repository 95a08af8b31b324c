package racecard.jvm.strategy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** A fixed number of platform threads that take the tasks from one queue. */
public final class ThreadPool implements Strategy {
  private final ThreadPoolExecutor pool;

  /** Starts {@code threads} threads. */
  public ThreadPool(int threads) {
    pool = FixedPool.start(threads);
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(batch.tasks());
    for (int i = 0; i < batch.tasks(); i++) {
      int task = i;
      batch.handOver(task);
      pool.execute(() -> {
        batch.execute(task);
        left.countDown();
      });
    }
    left.await();
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("pool_threads", pool.getCorePoolSize());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
