package racecard.jvm.strategy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import racecard.jvm.loop.Downloads;
import racecard.jvm.loop.Loop;
import racecard.jvm.round.Batch;
import racecard.jvm.round.Strategy;
import racecard.jvm.workload.Computation;
import racecard.jvm.workload.Fetch;
import racecard.jvm.workload.Mixed;
import racecard.jvm.workload.Sleep;
import racecard.jvm.workload.Workload;

/**
 * One loop thread for all tasks: sockets are non-blocking, waits are timers, and computing is
 * handed to an executor, because the loop may not stop.
 */
public final class EventLoop implements Strategy {
  // So many tasks are begun before the loop looks at its sockets again.
  private static final int BEGUN_AT_ONCE = 64;

  private final Loop loop;
  private final ThreadPoolExecutor executor;
  private final Begin begin;
  private final int inFlight;

  /** At most {@code inFlight} tasks at once, their computing on {@code executorThreads} threads. */
  public EventLoop(Workload workload, int inFlight, int executorThreads) throws IOException {
    this.loop = Loop.start();
    this.executor = FixedPool.start(executorThreads);
    this.inFlight = inFlight;
    this.begin =
        switch (workload) {
          case Computation computation -> this::compute;
          case Sleep sleep -> (batch, task, ended) -> sleep(sleep, batch, task, ended);
          case Mixed mixed -> (batch, task, ended) -> mix(mixed, batch, task, ended);
          case Fetch fetch -> new Downloads(loop, fetch)::start;
        };
  }

  @Override
  public void execute(Batch batch) throws InterruptedException {
    Run run = new Run(batch);
    loop.post(run::beginSome);
    run.done.await();
  }

  private void compute(Batch batch, int task, Runnable ended) {
    executor.execute(() -> {
      batch.execute(task);
      loop.post(ended);
    });
  }

  private void sleep(Sleep sleep, Batch batch, int task, Runnable ended) {
    batch.begin(task);
    loop.after(
        sleep.us() * 1_000,
        () -> {
          batch.end(task, sleep.us());
          ended.run();
        });
  }

  private void mix(Mixed mixed, Batch batch, int task, Runnable ended) {
    batch.begin(task);
    long waitNs = mixed.waitUs() * 1_000;
    loop.after(
        waitNs,
        () ->
            executor.execute(() -> {
              Runnable end = computed(mixed, batch, task, ended);
              loop.post(() -> loop.after(waitNs, end));
            }));
  }

  private static Runnable computed(Mixed mixed, Batch batch, int task, Runnable ended) {
    try {
      long value = mixed.compute(task);
      return () -> {
        batch.end(task, value);
        ended.run();
      };
    } catch (Throwable e) {
      // An Error too: a task that runs out of memory is a result, not the end of the round.
      return () -> {
        batch.fail(task, e);
        ended.run();
      };
    }
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("loop_threads", 1, "executor_threads", executor.getCorePoolSize());
  }

  @Override
  public void close() {
    loop.close();
    executor.shutdownNow();
  }

  /** Begins a task on the loop without waiting for it; runs {@code ended} on the loop later. */
  private interface Begin {
    void begin(Batch batch, int task, Runnable ended);
  }

  /** One batch under way; touched by the loop only. */
  private final class Run {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Batch batch;
    private int next;
    private int running;
    private boolean beginning;

    Run(Batch batch) {
      this.batch = batch;
    }

    private void beginSome() {
      beginning = true;
      for (int i = 0; i < BEGUN_AT_ONCE && running < inFlight && next < batch.tasks(); i++) {
        running++;
        batch.handOver(next);
        begin.begin(batch, next++, this::ended);
      }
      beginning = running < inFlight && next < batch.tasks();
      if (beginning) {
        loop.post(this::beginSome);
      }
    }

    private void ended() {
      running--;
      if (next < batch.tasks()) {
        if (!beginning) {
          beginSome();
        }
      } else if (running == 0) {
        done.countDown();
      }
    }
  }
}
