package racecard.jvm.workload;

/** Digests a large buffer again and again. */
public final class Hash implements Computation {
  private final Chain chain;
  private final long repeats;

  /**
   * A task of {@code repeats} digests over {@code bufferBytes} bytes that follow from the nonce.
   */
  public Hash(String nonce, int bufferBytes, long repeats) {
    this.chain = new Chain(nonce, bufferBytes);
    this.repeats = repeats;
  }

  @Override
  public long compute(int task) {
    return chain.value(task, repeats);
  }

  /** The size of the buffer, which every process has once. */
  public int bufferBytes() {
    return chain.blockBytes();
  }
}
