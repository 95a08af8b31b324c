package racecard.jvm.strategy;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** As many threads as asked for, all started at once, so that no round pays for starting them. */
final class FixedPool {
  private FixedPool() {}

  static ThreadPoolExecutor start(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    pool.prestartAllCoreThreads();
    return pool;
  }
}
