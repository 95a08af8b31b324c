package racecard.jvm.strategy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import racecard.jvm.process.TaskProcess;
import racecard.jvm.process.TaskProcesses;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** A JVM for each task, started and waited for by one of as many threads as may be in flight. */
public final class Processes implements Strategy {
  private final TaskProcesses processes;
  private final ThreadPoolExecutor waiters;

  /** At most {@code inFlight} processes at once. */
  public Processes(TaskProcesses processes, int inFlight) {
    this.processes = processes;
    this.waiters = FixedPool.start(inFlight);
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(batch.tasks());
    for (int i = 0; i < batch.tasks(); i++) {
      int task = i;
      waiters.execute(() -> {
        executeInProcess(batch, task);
        left.countDown();
      });
    }
    left.await();
  }

  private void executeInProcess(Batch batch, int task) {
    batch.handOver(task);
    try (TaskProcess process = processes.start()) {
      batch.started().processBegins();
      long peakBytes = process.execute(batch, task);
      process.end();
      batch.started().processEnded(peakBytes);
    } catch (IOException | InterruptedException e) {
      batch.fail(task, e);
    }
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("waiting_threads", waiters.getCorePoolSize());
  }

  @Override
  public void close() {
    waiters.shutdownNow();
  }
}
