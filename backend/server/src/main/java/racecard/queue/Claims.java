package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Claims jobs: the taking, its attempt and its event in one transaction. */
final class Claims {
  private static final String CLAIMED =
      """
      select id, run_id, turn, cell, plan, add_generations, attempt, max_attempts, fence, owner
      from job
      where id = :id and state = 'running' and owner = :owner
      """;

  // Levels that two machines measured could not be compared.
  private static final String KEEP_TURN =
      """
      update job
      set wanted_host = :host
      where turn = :turn and state = 'queued' and id <> turn
        and (wanted_host is null or wanted_host <> :host)
      """;

  private final Jdbi jdbi;
  private final Engine engine;
  private final Settlement settlement;
  private final Claim claim;
  // Claimers of one JVM would only fight for the same rows of H2, whose one user it is.
  private final ReentrantLock alone = new ReentrantLock();

  Claims(Jdbi jdbi, Engine engine, Settlement settlement) {
    this.jdbi = jdbi;
    this.engine = engine;
    this.settlement = settlement;
    this.claim = Claim.on(engine);
  }

  Optional<ClaimedJob> claim(Claim.Claimant claimant) {
    return switch (engine) {
      case H2 -> claimAlone(claimant);
      case POSTGRESQL -> claimOnce(claimant);
    };
  }

  private Optional<ClaimedJob> claimAlone(Claim.Claimant claimant) {
    alone.lock();
    try {
      return claimOnce(claimant);
    } finally {
      alone.unlock();
    }
  }

  private Optional<ClaimedJob> claimOnce(Claim.Claimant claimant) {
    try {
      return jdbi.inTransaction(
          handle -> claim.take(handle, claimant).map(id -> begin(handle, id, claimant)));
    } catch (JdbiException failure) {
      if (Conflict.unique(failure) || Conflict.busy(failure)) {
        return Optional.empty(); // the lane was taken, or somebody else was at the row: look again
      }
      throw failure;
    }
  }

  private ClaimedJob begin(Handle handle, JobId id, Claim.Claimant claimant) {
    Taken taken =
        handle
            .createQuery(CLAIMED)
            .bind("id", id.number())
            .bind("owner", claimant.owner())
            .map((row, context) -> Taken.of(row, id))
            .one();
    handle
        .createUpdate(KEEP_TURN)
        .bind("turn", taken.turn())
        .bind("host", claimant.host())
        .execute();
    settlement.begin(handle, taken.job());
    return taken.job();
  }

  private record Taken(ClaimedJob job, long turn) {
    static Taken of(ResultSet row, JobId id) throws SQLException {
      return new Taken(
          new ClaimedJob(
              new Lease(id, row.getLong("fence"), row.getString("owner")),
              new RunId(row.getLong("run_id")),
              row.getInt("cell"),
              row.getString("plan"),
              row.getInt("add_generations"),
              row.getInt("attempt"),
              row.getInt("max_attempts")),
          row.getLong("turn"));
    }
  }
}
