package racecard.jvm.workload;

/** Waits, computes, and waits as long again, as a service between two remote calls does. */
public final class Mixed implements Workload {
  private static final int BLOCK_BYTES = 992;

  private final Chain chain;
  private final long waitUs;
  private final long steps;

  /** A task of two waits of {@code waitUs} microseconds around {@code steps} small digests. */
  public Mixed(String nonce, long waitUs, long steps) {
    this.chain = new Chain(nonce, BLOCK_BYTES);
    this.waitUs = waitUs;
    this.steps = steps;
  }

  @Override
  public long execute(int task, Laps laps) throws InterruptedException {
    Sleep.pause(waitUs);
    long value = compute(task);
    Sleep.pause(waitUs);
    return value;
  }

  /** Computes task number {@code task} without its waits; returns its value. */
  public long compute(int task) {
    return chain.value(task, steps);
  }

  /** Each of the two waits, in microseconds. */
  public long waitUs() {
    return waitUs;
  }
}
