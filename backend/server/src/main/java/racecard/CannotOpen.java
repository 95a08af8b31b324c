package racecard;

import org.jspecify.annotations.Nullable;

/** Says in one sentence why what a start needs cannot be used, and what to do. */
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal in words for the person who started the program. */
  public CannotOpen(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
