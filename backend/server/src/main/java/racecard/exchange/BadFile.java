package racecard.exchange;

/** Ends the reading of a file with the place and what is wrong there. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String place;
  private final String reason;

  BadFile(String place, String reason) {
    super(place + " " + reason, null, false, false);
    this.place = place;
    this.reason = reason;
  }

  /** A JSON pointer (RFC 6901), {@code line L, column C} where it is no JSON, or {@code file}. */
  public String place() {
    return place;
  }

  /** What must be there, or must not. */
  public String reason() {
    return reason;
  }
}
