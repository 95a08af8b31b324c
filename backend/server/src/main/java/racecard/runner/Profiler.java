package racecard.runner;

/** What a child said when it was asked to look into itself. */
public sealed interface Profiler {
  /**
   * It looks.
   *
   * @param name what looks, as {@code JFR}
   * @param intervalNs how often
   */
  record Looks(String name, long intervalNs) implements Profiler {}

  /**
   * It cannot.
   *
   * @param why for a person
   */
  record Missing(String why) implements Profiler {}
}
