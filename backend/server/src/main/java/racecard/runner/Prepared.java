package racecard.runner;

/** What a child says to the work it was given. */
public sealed interface Prepared extends Answer {
  /**
   * It can begin.
   *
   * @param setupNs what pools, loops and persistent processes took to create
   * @param effectiveInFlight how many tasks may really be executing at once
   * @param factsJson what it says of itself, an object
   */
  record Ready(long setupNs, int effectiveInFlight, String factsJson) implements Prepared {}

  /** It cannot do this as asked on this host. */
  record Refused(String kind, String message, String remedy) implements Prepared {}
}
