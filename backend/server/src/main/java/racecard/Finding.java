package racecard;

import java.util.Locale;

/**
 * One line of what the doctor found.
 *
 * @param remedy what to do; empty where nothing is to be done
 */
record Finding(Level level, String what, String figure, String remedy) {
  /** Whether something is to be done. */
  enum Level {
    OK,
    /** It works, and figures or contenders suffer. */
    LOOK,
    /** It keeps the server from working. */
    BAD
  }

  static Finding ok(String what, String figure) {
    return new Finding(Level.OK, what, figure, "");
  }

  static Finding look(String what, String figure, String remedy) {
    return new Finding(Level.LOOK, what, figure, remedy);
  }

  static Finding bad(String what, String figure, String remedy) {
    return new Finding(Level.BAD, what, figure, remedy);
  }

  /** As {@code look load: 3.10 of 2 cores — close other programs}. */
  String line() {
    String done = remedy.isEmpty() ? "" : " — " + remedy;
    return "%-4s  %s: %s%s"
        .formatted(level.name().toLowerCase(Locale.ROOT), what, figure, done)
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
