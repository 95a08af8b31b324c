package racecard.accuracy;

/**
 * One number of the suite and what it should reach.
 *
 * @param goal its id in docs/ACCURACY.md, as {@code M1}
 */
record Figure(String goal, String what, String measured, String reach, boolean reached) {
  /** As a row of the table in docs/ACCURACY.md. */
  String row() {
    return "| %s | %s | %s | %s | %s |"
        .formatted(goal, what, measured, reach, reached ? "yes" : "**no**");
  }
}
