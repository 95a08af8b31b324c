package racecard.runner;

/** Carries what a child did wrong to whoever asked it for something. */
public final class ChildFailed extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialized
  private final ChildFailure failure;

  ChildFailed(ChildFailure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  /** What it did wrong. */
  public ChildFailure failure() {
    return failure;
  }
}
