package racecard.runner;

/**
 * A child that did not do as the protocol says; the message tells a person where, why and what to
 * do.
 */
public final class ChildFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** It could not be started. */
    MISSING,
    /** It ended by itself. */
    CRASHED,
    /** It did not answer in time. */
    TIMED_OUT,
    /** It said something that the protocol does not allow. */
    PROTOCOL_BROKEN
  }

  ChildFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The message, which is always there. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
