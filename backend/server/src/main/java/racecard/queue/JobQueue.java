package racecard.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The job table as workers use it; the states and who may change them are in docs/QUEUE.md. */
public final class JobQueue {
  /** How long a lease lasts without renewal in production. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /** How often a job may be claimed, not counting claims that were handed back. */
  public static final int MAX_ATTEMPTS = 3;

  /** A job that failed or was lost waits for this times its attempts. */
  public static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  private static final String ENQUEUE =
      """
      insert into job (run_id, turn, cell, plan, add_generations, duration_key, estimate_ms, state,
        priority, wanted_host, attempt, max_attempts, available_at, fence, created_at)
      values (:run, :turn, :cell, :plan, :add_generations, :duration_key, :estimate_ms,
        'queued', :priority, :wanted_host, 0, :max_attempts, <now>, 0, <now>)
      """;

  private static final String BEGIN_TURN =
      """
      update job
      set turn = id
      where id = :id
      """;

  private static final String RENEW =
      """
      update job
      set lease_expires_at = <now> + cast(:lease_s as integer) * interval '1' second
      where id = :id and fence = :fence and owner = :owner and state = 'running'
        and lease_expires_at > <now>
      """;

  private static final String PROGRESS =
      """
      update job
      set progress = :progress
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      """;

  private static final String CANCEL_REQUESTED =
      """
      select cancel_requested_at is not null
      from job
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      """;

  // The lock keeps rescue and cancellation out until the transaction that holds it ends.
  private static final String HOLD =
      """
      select run_id, cell, attempt, max_attempts, cancel_requested_at is not null as cancelling
      from job
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      for update
      """;

  private static final String UNFINISHED =
      """
      select id
      from job
      where run_id = :run and state in ('queued', 'running')
      order by id
      for update
      """;

  private static final String CANCEL_QUEUED =
      """
      update job
      set state = 'cancelled', finished_at = <now>
      where run_id = :run and state = 'queued'
      """;

  private static final String REQUEST_CANCEL =
      """
      update job
      set cancel_requested_at = <now>
      where run_id = :run and state = 'running' and cancel_requested_at is null
      """;

  private final Jdbi jdbi;
  private final EventLog events;
  private final Changes changes;
  private final Settlement settlement;
  private final Durations durations;
  private final Claims claims;
  private final Duration lease;

  /** A queue whose leases last {@code lease}, in whole seconds. */
  public JobQueue(Jdbi jdbi, Engine engine, Changes changes, Duration lease) {
    this.jdbi = jdbi;
    this.events = new EventLog(jdbi);
    this.changes = changes;
    this.settlement = new Settlement(events);
    this.durations = new Durations(jdbi);
    this.claims = new Claims(jdbi, engine, settlement);
    this.lease = lease;
  }

  /** Queues a job in the caller's transaction; the caller tells {@link #changes} after it. */
  public JobId enqueue(Handle handle, NewJob job) {
    JobId id = insert(handle, job, 0);
    handle.createUpdate(BEGIN_TURN).bind("id", id.number()).execute();
    return id;
  }

  /**
   * Queues jobs that take one turn: they are claimed one after another, by one host, with nobody
   * between. The same transaction as for one.
   */
  public JobId enqueue(Handle handle, List<NewJob> turn) {
    JobId first = enqueue(handle, turn.getFirst());
    turn.stream().skip(1).forEach(job -> insert(handle, job, first.number()));
    return first;
  }

  private JobId insert(Handle handle, NewJob job, long turn) {
    long id =
        handle
            .createUpdate(ENQUEUE)
            .bind("run", job.run().number())
            .bind("turn", turn)
            .bind("cell", job.cell())
            .bind("plan", job.planJson())
            .bind("add_generations", job.addGenerations())
            .bind("duration_key", job.durationKey())
            .bind("estimate_ms", job.estimateMs())
            .bind("priority", job.priority())
            .bind("wanted_host", job.wantedHost())
            .bind("max_attempts", MAX_ATTEMPTS)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    events.append(handle, job.run(), EventKind.QUEUED, Settlement.data(id, job.cell(), 0));
    return new JobId(id);
  }

  /** The next job for {@code host}; empty when none waits, its lane is busy or all is paused. */
  public Optional<ClaimedJob> claim(String owner, String host) {
    Optional<ClaimedJob> claimed = claims.claim(new Claim.Claimant(owner, host, lease.toSeconds()));
    claimed.ifPresent(job -> changes.tell());
    return claimed;
  }

  /** Prolongs the lease; a lease that ran out before is lost. */
  public Standing renew(Lease held) {
    return jdbi.inTransaction(handle -> {
      int renewed =
          Settlement.bind(handle.createUpdate(RENEW), held)
              .bind("lease_s", lease.toSeconds())
              .execute();
      return renewed == 1 ? standing(handle, held) : Standing.LOST;
    });
  }

  /** What the lease is worth: the look that a worker takes every second. */
  public Standing standing(Lease held) {
    return jdbi.withHandle(handle -> standing(handle, held));
  }

  /** Says how far the job is, a JSON object of at most 20,000 characters, and appends an event. */
  public Standing progress(Lease held, String progressJson) {
    Standing standing = jdbi.inTransaction(handle -> progress(handle, held, progressJson));
    changes.tell();
    return standing;
  }

  /**
   * The run and cell of a lease that is still good, kept so until {@code handle}'s transaction
   * ends; empty when it was lost. Whoever stores something for a job asks this first.
   */
  public Optional<Held> hold(Handle handle, Lease held) {
    return Settlement.bind(handle.createQuery(HOLD), held)
        .map((row, context) ->
            new Held(
                new RunId(row.getLong("run_id")),
                row.getInt("cell"),
                row.getInt("attempt"),
                row.getInt("max_attempts"),
                row.getBoolean("cancelling")))
        .findOne();
  }

  /** Ends the job, and writes {@code along} in the same transaction unless the lease was lost. */
  public Finish finish(Lease held, JobEnd end, InTransaction along) {
    Settlement.Settled settled =
        jdbi.inTransaction(handle ->
            hold(handle, held)
                .map(job -> {
                  along.write(handle);
                  return settlement.end(handle, held, job, end);
                })
                .orElse(Settlement.Settled.NOT_OURS));
    if (settled.firstOfItsKind()) {
      durations.insert(held.job());
    }
    changes.tell();
    return settled.finish();
  }

  /** Puts the job back as if this attempt had not been; false when the lease was lost. */
  public boolean giveBack(Lease held) {
    boolean ours =
        jdbi.inTransaction(handle -> {
          Optional<Held> job = hold(handle, held);
          job.ifPresent(one -> settlement.giveBack(handle, held, one));
          return job.isPresent();
        });
    changes.tell();
    return ours;
  }

  /** Cancels what waits of a run and tells what runs of it to stop. */
  public Cancellation cancel(RunId run) {
    Cancellation cancellation = jdbi.inTransaction(handle -> cancel(handle, run));
    changes.tell();
    return cancellation;
  }

  /** How long a lease lasts without renewal. */
  public Duration lease() {
    return lease;
  }

  /** What wakes waiters of this process. */
  public Changes changes() {
    return changes;
  }

  private static Standing standing(Handle handle, Lease held) {
    return Settlement.bind(handle.createQuery(CANCEL_REQUESTED), held)
        .mapTo(boolean.class)
        .findOne()
        .map(requested -> requested ? Standing.CANCEL_REQUESTED : Standing.HELD)
        .orElse(Standing.LOST);
  }

  private Standing progress(Handle handle, Lease held, String progressJson) {
    Optional<Held> job = hold(handle, held);
    if (job.isEmpty()) {
      return Standing.LOST;
    }
    Settlement.bind(handle.createUpdate(PROGRESS), held).bind("progress", progressJson).execute();
    events.append(handle, job.get().run(), EventKind.PROGRESS, progressJson);
    return job.get().cancelRequested() ? Standing.CANCEL_REQUESTED : Standing.HELD;
  }

  private Cancellation cancel(Handle handle, RunId run) {
    List<Long> unfinished =
        handle.createQuery(UNFINISHED).bind("run", run.number()).mapTo(long.class).list();
    int cancelled = handle.createUpdate(CANCEL_QUEUED).bind("run", run.number()).execute();
    int requested = handle.createUpdate(REQUEST_CANCEL).bind("run", run.number()).execute();
    if (requested > 0) {
      events.append(handle, run, EventKind.CANCEL_REQUESTED, "{}");
      return Cancellation.REQUESTED;
    }
    if (unfinished.size() > cancelled) {
      return Cancellation.ALREADY_REQUESTED;
    }
    if (cancelled > 0) {
      events.append(handle, run, EventKind.CANCELLED, "{}");
      return Cancellation.CANCELLED;
    }
    return Cancellation.ALREADY_FINAL;
  }
}
