package racecard.report;

import java.time.Clock;
import racecard.Rooms;

/** Reports on what a test's rooms hold. */
public final class Reporter {
  private Reporter() {}

  /** With one living worker and the real time. */
  public static Reports on(Rooms rooms) {
    return on(rooms, 1, Clock.systemUTC());
  }

  static Reports on(Rooms rooms, int lanes, Clock clock) {
    return new Reports(
        new Reports.Shelves(
            rooms.jobs,
            rooms.line,
            rooms.samples,
            rooms.timelines,
            rooms.latencies,
            rooms.outcomes,
            rooms.profiles,
            () -> lanes),
        clock);
  }
}
