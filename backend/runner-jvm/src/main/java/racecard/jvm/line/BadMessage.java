package racecard.jvm.line;

/** A message that cannot be understood or obeyed; the text says which field and what it must be. */
public final class BadMessage extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String kind;

  /** A message of the wrong form. */
  public BadMessage(String message) {
    this("BAD_MESSAGE", message);
  }

  /** A message that is refused for the reason {@code kind} of the protocol's table of failures. */
  public BadMessage(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The kind of failure, as in the protocol's table. */
  public String kind() {
    return kind;
  }
}
