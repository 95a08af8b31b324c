package racecard.worker;

/** Leaves a measurement that must not go on. */
final class Halted extends Exception {
  private static final long serialVersionUID = 1;

  private final Halt why;

  Halted(Halt why) {
    super(why.name());
    this.why = why;
  }

  Halt why() {
    return why;
  }
}
