package racecard.jvm.strategy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import racecard.jvm.process.TaskProcess;
import racecard.jvm.process.TaskProcesses;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Counters;
import racecard.jvm.round.Strategy;

/** A fixed number of JVMs, each fed one task after another by a thread of its own here. */
public final class ProcessPool implements Strategy {
  private final List<TaskProcess> pool = new ArrayList<>();
  private final ExecutorService feeders;

  /** Starts {@code count} processes and waits until all of them are ready. */
  public ProcessPool(TaskProcesses processes, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      pool.add(processes.start());
    }
    for (TaskProcess process : pool) {
      process.awaitReady();
    }
    feeders = FixedPool.start(count);
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch left = new CountDownLatch(pool.size());
    for (TaskProcess process : pool) {
      feeders.execute(() -> {
        feed(process, batch, next);
        left.countDown();
      });
    }
    left.await();
    for (int task = next.get(); task < batch.tasks(); task++) {
      batch.fail(task, "all processes of the pool have ended");
    }
  }

  // One that has ended is not fed again.
  private static void feed(TaskProcess process, Batch batch, AtomicInteger next) {
    while (!process.lost()) {
      int task = next.getAndIncrement();
      if (task >= batch.tasks()) {
        return;
      }
      batch.handOver(task);
      process.execute(batch, task);
    }
  }

  @Override
  public Helpers helpers() {
    Counters counters = Counters.NONE;
    long memoryBytes = 0;
    int processes = 0;
    for (TaskProcess process : pool) {
      Helpers helper = process.usage();
      processes += helper.processes();
      counters = counters.and(helper.counters());
      memoryBytes += helper.memoryBytes();
    }
    return new Helpers(processes, memoryBytes, counters);
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("pool_processes", pool.size());
  }

  @Override
  public void close() {
    feeders.shutdownNow();
    pool.forEach(TaskProcess::close);
  }
}
