package racecard.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import racecard.queue.Engine;
import racecard.queue.Instants;
import racecard.queue.RunId;

/** The links that open a run to whoever has them. */
public final class ShareStore {
  private static final String INSERT =
      """
      insert into share (token, run_id, created_at)
      values (:token, :run, <now>)
      """;

  private static final String BY_TOKEN =
      """
      select token, run_id, created_at, revoked_at
      from share
      where token = :token
      """;

  private static final String OF_RUN =
      """
      select token, run_id, created_at, revoked_at
      from share
      where run_id = :run
      order by created_at, token
      """;

  private static final String REVOKE =
      """
      update share
      set revoked_at = <now>
      where token = :token and revoked_at is null
      """;

  private final Jdbi jdbi;
  private final Engine engine;

  /** Keeps links in the database behind {@code jdbi}. */
  public ShareStore(Jdbi jdbi, Engine engine) {
    this.jdbi = jdbi;
    this.engine = engine;
  }

  /** Makes a new link; when this returns, a loss of power does not lose it. */
  public Share create(RunId run) {
    String token = Secrets.token();
    Share share =
        jdbi.inTransaction(handle -> {
          handle.createUpdate(INSERT).bind("token", token).bind("run", run.number()).execute();
          return find(handle, token).orElseThrow();
        });
    engine.force(jdbi);
    return share;
  }

  /** The link with this token, also when it was revoked. */
  public Optional<Share> find(String token) {
    return jdbi.withHandle(handle -> find(handle, token));
  }

  /** All links of a run, oldest first, revoked ones included. */
  public List<Share> of(RunId run) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OF_RUN)
            .bind("run", run.number())
            .map((row, context) -> share(row))
            .list());
  }

  /** Makes the link open nothing from now on; false when it does not exist or was revoked. */
  public boolean revoke(String token) {
    int revoked =
        jdbi.withHandle(handle -> handle.createUpdate(REVOKE).bind("token", token).execute());
    engine.force(jdbi);
    return revoked == 1;
  }

  private static Optional<Share> find(Handle handle, String token) {
    return handle
        .createQuery(BY_TOKEN)
        .bind("token", token)
        .map((row, context) -> share(row))
        .findOne();
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        row.getString("token"),
        new RunId(row.getLong("run_id")),
        Instants.at(row, "created_at"),
        Instants.maybe(row, "revoked_at"));
  }
}
