package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads instants from rows, exact to the microsecond on both databases. */
public final class Instants {
  private Instants() {}

  /** The instant in {@code column}, which is never null there. */
  public static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The instant in {@code column}, or null. */
  public static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
