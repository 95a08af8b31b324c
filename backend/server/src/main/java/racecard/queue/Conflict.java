package racecard.queue;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells apart the few refusals of a database that are answers and not faults. */
public final class Conflict {
  private static final String UNIQUE = "23505";
  // lock not free in time (H2), statement or lock wait given up, serialization, deadlock
  private static final Set<String> BUSY = Set.of("HYT00", "55P03", "57014", "40001", "40P01");

  // wrong data, a broken constraint, a statement that cannot be
  private static final Set<String> OUR_FAULT = Set.of("22", "23", "42");

  private Conflict() {}

  /** Whether {@code failure} means that a unique key is already there. */
  public static boolean unique(Throwable failure) {
    return UNIQUE.equals(state(failure));
  }

  /** Whether {@code failure} means that somebody else was using the row: try again. */
  public static boolean busy(Throwable failure) {
    return BUSY.contains(state(failure));
  }

  /**
   * Whether {@code failure} may pass by itself, because the database is away or busy and was not
   * asked for something wrong: try again as long as it makes sense.
   */
  public static boolean passing(Throwable failure) {
    return fromDatabase(failure)
        && !OUR_FAULT.contains(state(failure).replaceFirst("^(..).*", "$1"));
  }

  /** Whether {@code failure} means that what was to be written breaks a constraint or a column. */
  public static boolean contents(Throwable failure) {
    return state(failure).startsWith("22") || state(failure).startsWith("23");
  }

  private static boolean fromDatabase(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(SQLException.class::isInstance);
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
