package racecard.queue;

import java.sql.SQLException;
import java.util.Set;

/** Tells apart the few refusals of a database that are answers and not faults. */
public final class Conflict {
  private static final String UNIQUE = "23505";
  // lock not free in time (H2), statement or lock wait given up, serialization, deadlock
  private static final Set<String> BUSY = Set.of("HYT00", "55P03", "57014", "40001", "40P01");

  private Conflict() {}

  /** Whether {@code failure} means that a unique key is already there. */
  public static boolean unique(Throwable failure) {
    return UNIQUE.equals(state(failure));
  }

  /** Whether {@code failure} means that somebody else was using the row: try again. */
  public static boolean busy(Throwable failure) {
    return BUSY.contains(state(failure));
  }

  private static String state(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal && refusal.getSQLState() != null) {
        return refusal.getSQLState();
      }
    }
    return "";
  }
}
