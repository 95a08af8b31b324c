package racecard.jvm.strategy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import racecard.jvm.process.TaskProcess;
import racecard.jvm.process.TaskProcesses;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;

/** A JVM for each task, started when one of the permits is free. */
public final class Processes implements Strategy {
  private final TaskProcesses processes;
  private final int inFlight;

  /** At most {@code inFlight} processes at once. */
  public Processes(TaskProcesses processes, int inFlight) {
    this.processes = processes;
    this.inFlight = inFlight;
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    Semaphore permits = new Semaphore(inFlight);
    CountDownLatch left = new CountDownLatch(batch.tasks());
    for (int i = 0; i < batch.tasks(); i++) {
      int task = i;
      permits.acquire();
      batch.handOver(task);
      start(
          batch,
          task,
          () -> {
            permits.release();
            left.countDown();
          });
    }
    left.await();
  }

  private void start(Batch batch, int task, Runnable ended) {
    try {
      TaskProcess process = processes.startForOneTask(task);
      batch.started().processBegins();
      process.whenEnded(() -> {
        batch.started().processEnded(process.takeAnswer(batch, task));
        ended.run();
      });
    } catch (IOException e) {
      batch.fail(task, e);
      ended.run();
    }
  }
}
