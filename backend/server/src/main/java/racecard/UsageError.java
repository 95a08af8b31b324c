package racecard;

/** Says in one sentence what was asked for wrongly, where, and what to do. */
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageError(String message) {
    super(message);
  }
}
