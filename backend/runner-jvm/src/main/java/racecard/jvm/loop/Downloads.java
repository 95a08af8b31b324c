package racecard.jvm.loop;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import racecard.jvm.round.Batch;
import racecard.jvm.workload.Fetch;

/** All downloads of one loop: they share its buffer, and none may take longer than the limit. */
public final class Downloads {
  private static final int BUFFER_BYTES = 65_536;
  private static final long CHECK_NS = 50_000_000;

  private final Loop loop;
  private final Fetch fetch;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  // One limit for all: the watches end in the order in which they began.
  private final ArrayDeque<Watch> watches = new ArrayDeque<>();
  private boolean checking;

  /** Downloads of {@code fetch} on {@code loop}. */
  public Downloads(Loop loop, Fetch fetch) {
    this.loop = loop;
    this.fetch = fetch;
  }

  /** Begins {@code task}; {@code ended} runs on the loop when it has ended or failed. */
  public void start(Batch batch, int task, Runnable ended) {
    new FetchTask(this, batch, task, ended).start();
  }

  Loop loop() {
    return loop;
  }

  Fetch fetch() {
    return fetch;
  }

  ByteBuffer buffer() {
    return buffer;
  }

  /** Sees to it that the download that {@code task} begins now ends in time. */
  void watch(FetchTask task) {
    watches.add(new Watch(task, task.deadlineNs()));
    if (!checking) {
      checking = true;
      loop.after(CHECK_NS, this::check);
    }
  }

  private void check() {
    long nowNs = System.nanoTime();
    for (Watch first = watches.peek();
        first != null && first.isOver(nowNs);
        first = watches.peek()) {
      watches.remove();
      first.expire(nowNs);
    }
    checking = !watches.isEmpty();
    if (checking) {
      loop.after(CHECK_NS, this::check);
    }
  }

  private record Watch(FetchTask task, long deadlineNs) {
    boolean isOver(long nowNs) {
      return nowNs >= deadlineNs || task.over() || task.deadlineNs() != deadlineNs;
    }

    void expire(long nowNs) {
      if (!task.over() && task.deadlineNs() == deadlineNs && nowNs >= deadlineNs) {
        task.expire();
      }
    }
  }
}
