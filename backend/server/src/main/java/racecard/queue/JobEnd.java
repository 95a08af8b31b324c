package racecard.queue;

/** How a worker says that a job ended. */
public sealed interface JobEnd {
  /** Everything wanted was measured. */
  record Done() implements JobEnd {}

  /**
   * It could not be measured; it is tried again when the kind allows it and attempts are left.
   *
   * @param detail what happened and where, cut after 4,000 characters
   */
  record Failed(FailureKind kind, String detail) implements JobEnd {
    private static final int KEPT = 4_000;

    /** Cuts the detail to what the row can keep. */
    public Failed {
      detail = detail.length() <= KEPT ? detail : detail.substring(0, KEPT - 1) + "…";
    }
  }

  /** It was stopped because its cancellation was asked for. */
  record Cancelled() implements JobEnd {}
}
