package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Takes jobs back from workers that were lost. */
public final class Rescue {
  private static final String LOST =
      """
      select id, run_id, cell, attempt, max_attempts, fence, owner, host
      from job
      where state = 'running'
        and (lease_expires_at < <now> or (host = :host and owner <> :owner))
      order by id
      """;

  // One statement that checks everything again: a worker that finished meanwhile keeps its finish.
  private static final String TAKE_BACK =
      """
      update job
      set state = case
            when cancel_requested_at is not null then 'cancelled'
            when attempt >= max_attempts then 'failed'
            else 'queued' end,
          finished_at = case
            when cancel_requested_at is not null or attempt >= max_attempts then <now> end,
          failure_kind = case
            when cancel_requested_at is null and attempt >= max_attempts then 'LEASE_LOST' end,
          failure_detail = case
            when cancel_requested_at is null and attempt >= max_attempts
            then cast(:detail as varchar(4000)) end,
          available_at = case
            when host = :host and owner <> :owner then <now>
            else <now> + cast(:delay_s as integer) * interval '1' second end,
          progress = null, owner = null, lease_expires_at = null, lane_key = null
      where id = :id and fence = :fence and state = 'running'
        and (lease_expires_at < <now> or (host = :host and owner <> :owner))
      """;

  // The host that kept the rest of the turn may never come back: whoever may take the first, may
  // now take them.
  private static final String LET_GO =
      """
      update job
      set wanted_host = (select head.wanted_host from job head where head.id = job.turn)
      where state = 'queued' and id <> turn
      """;

  private static final String LET_TURN_GO =
      LET_GO + "  and turn = (select lost.turn from job lost where lost.id = :id)";

  private static final String LET_KEPT_GO =
      LET_GO
          + """
            and wanted_host not in (<hosts>)
            and not exists (
              select 1 from job mate
              where mate.turn = job.turn
                and (mate.state = 'running'
                  or (mate.id = job.turn and mate.wanted_host = job.wanted_host)))
          """;

  private static final String STATE =
      """
      select state
      from job
      where id = :id
      """;

  private final Jdbi jdbi;
  private final Changes changes;
  private final EventLog events;
  private final Settlement settlement;

  /** Rescues in the database behind {@code jdbi}. */
  public Rescue(Jdbi jdbi, Changes changes) {
    this.jdbi = jdbi;
    this.changes = changes;
    this.events = new EventLog(jdbi);
    this.settlement = new Settlement(events);
  }

  /** Takes back every job whose lease ran out; how many. Called by every worker, every second. */
  public int reap() {
    return rescue(null, null);
  }

  /**
   * Takes back at once what other owners hold on {@code host}; how many. Called when the only
   * worker of the host starts, after it has ended what is left of their children.
   */
  public int rescueHost(String host, String owner) {
    return rescue(host, owner);
  }

  /**
   * Lets go what waits only because a host began its turn, unless that is one of {@code hosts}; how
   * many jobs. A host that stopped in good order leaves no lease that could run out.
   *
   * @param hosts those that were heard of lately
   */
  public int letGo(List<String> hosts) {
    if (hosts.isEmpty()) {
      return 0;
    }
    int freed =
        jdbi.withHandle(
            handle -> handle.createUpdate(LET_KEPT_GO).bindList("hosts", hosts).execute());
    if (freed > 0) {
      changes.tell();
    }
    return freed;
  }

  private int rescue(@Nullable String host, @Nullable String owner) {
    List<Lost> lost =
        jdbi.withHandle(handle ->
            handle
                .createQuery(LOST)
                .bind("host", host)
                .bind("owner", owner)
                .map((row, context) -> Lost.of(row))
                .list());
    int rescued = 0;
    for (Lost one : lost) {
      rescued += jdbi.inTransaction(handle -> takeBack(handle, one, host, owner));
    }
    if (rescued > 0) {
      changes.tell();
    }
    return rescued;
  }

  private int takeBack(Handle handle, Lost lost, @Nullable String host, @Nullable String owner) {
    String detail =
        "The worker stopped answering during attempt %d of %d and was not heard of again."
            .formatted(lost.job().attempt(), lost.job().maxAttempts());
    int taken =
        handle
            .createUpdate(TAKE_BACK)
            .bind("id", lost.lease().job().number())
            .bind("fence", lost.lease().fence())
            .bind("host", host)
            .bind("owner", owner)
            .bind("detail", detail)
            .bind("delay_s", JobQueue.RETRY_DELAY.multipliedBy(lost.job().attempt()).toSeconds())
            .execute();
    if (taken == 1) {
      settlement.endAttempt(
          handle, lost.lease(), AttemptEnding.LOST, FailureKind.LEASE_LOST, detail);
      if (!lost.host().equals(host)) {
        handle.createUpdate(LET_TURN_GO).bind("id", lost.lease().job().number()).execute();
      }
      tell(handle, lost);
    }
    return taken;
  }

  private void tell(Handle handle, Lost lost) {
    long id = lost.lease().job().number();
    String data = Settlement.data(id, lost.job().cell(), lost.job().attempt());
    events.append(handle, lost.job().run(), EventKind.LOST, data);
    String state = handle.createQuery(STATE).bind("id", id).mapTo(String.class).one();
    if (JobState.of(state).isFinal()) {
      events.append(handle, lost.job().run(), EventKind.of(state), data);
    }
  }

  private record Lost(Lease lease, Held job, String host) {
    static Lost of(ResultSet row) throws SQLException {
      return new Lost(
          new Lease(new JobId(row.getLong("id")), row.getLong("fence"), row.getString("owner")),
          new Held(
              new RunId(row.getLong("run_id")),
              row.getInt("cell"),
              row.getInt("attempt"),
              row.getInt("max_attempts"),
              false),
          row.getString("host"));
    }
  }
}
