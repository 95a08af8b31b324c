package racecard.jvm.line;

/** Something that this runner cannot do as asked on this host, with what a person can do. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String remedy;

  /** A refusal of {@code kind}, as in the protocol's table. */
  public Refusal(String kind, String message, String remedy) {
    super(message);
    this.kind = kind;
    this.remedy = remedy;
  }

  /** The refusal as an answer to `prepare`. */
  public Message toMessage() {
    return Message.of("refused")
        .with("kind", kind)
        .with("message", getMessage())
        .with("remedy", remedy);
  }
}
