package racecard.origin;

/**
 * A way to fail on purpose.
 *
 * @param after requests that are still answered well
 * @param status of {@link Kind#STATUS}
 */
record Fault(Kind kind, long after, int status) {
  static final Fault NONE = new Fault(Kind.NONE, 0, 0);

  enum Kind {
    NONE,
    RESET,
    STATUS,
    STALL,
    TRUNCATE
  }

  static Fault read(FlatJson message) {
    String kind = message.text("kind");
    long after = kind.equals("none") ? 0 : message.number("after", 0, Long.MAX_VALUE);
    return switch (kind) {
      case "none" -> NONE;
      case "reset" -> new Fault(Kind.RESET, after, 0);
      case "status" -> new Fault(Kind.STATUS, after, (int) message.number("status", 200, 599));
      case "stall" -> new Fault(Kind.STALL, after, 0);
      case "truncate" -> new Fault(Kind.TRUNCATE, after, 0);
      default ->
          throw new IllegalArgumentException(
              "The field `kind` must be none, reset, stall, status or truncate.");
    };
  }
}
