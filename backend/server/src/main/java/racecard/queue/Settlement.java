package racecard.queue;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writes the beginning and the end of attempts: job row, attempt row and event together. */
final class Settlement {
  private static final String BEGIN =
      """
      insert into attempt (job_id, fence, number, owner, host, started_at)
      select id, fence, attempt, owner, host, <now>
      from job
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      """;

  private static final String END =
      """
      update job
      set state = :state, finished_at = <now>, failure_kind = :kind, failure_detail = :detail,
          owner = null, lease_expires_at = null, lane_key = null
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      """;

  private static final String PUT_BACK =
      """
      update job
      set state = 'queued', attempt = :attempt, progress = null,
          available_at = <now> + cast(:delay_s as integer) * interval '1' second,
          owner = null, lease_expires_at = null, lane_key = null
      where id = :id and fence = :fence and owner = :owner and state = 'running'
      """;

  private static final String END_ATTEMPT =
      """
      update attempt
      set ended_at = <now>, ending = :ending, failure_kind = :kind, failure_detail = :detail
      where job_id = :id and fence = :fence and owner = :owner and ended_at is null
      """;

  private static final String FORGET_CHILDREN =
      """
      delete from child
      where job_id = :id and fence = :fence
      """;

  private final EventLog events;

  Settlement(EventLog events) {
    this.events = events;
  }

  /** Opens the attempt of a job that was just claimed. */
  void begin(Handle handle, ClaimedJob job) {
    bind(handle.createUpdate(BEGIN), job.lease()).execute();
    events.append(
        handle,
        job.run(),
        EventKind.STARTED,
        data(job.lease().job().number(), job.cell(), job.attempt()));
  }

  /** What came of an end, and whether no job of its kind was done before. */
  record Settled(Finish finish, boolean firstOfItsKind) {
    static final Settled NOT_OURS = new Settled(Finish.NOT_OURS, false);
    static final Settled FINAL = new Settled(Finish.FINAL, false);
    static final Settled TRIED_AGAIN = new Settled(Finish.TRIED_AGAIN, false);
  }

  /** Ends a held job; a request to cancel wins over trying again. */
  Settled end(Handle handle, Lease lease, Held job, JobEnd end) {
    forgetChildren(handle, lease);
    return switch (end) {
      case JobEnd.Done() -> done(handle, lease, job);
      case JobEnd.Cancelled() -> cancelled(handle, lease, job);
      case JobEnd.Failed failed -> failed(handle, lease, job, failed);
    };
  }

  /** Puts a held job back without counting the attempt, or cancels it when that was asked for. */
  void giveBack(Handle handle, Lease lease, Held job) {
    forgetChildren(handle, lease);
    if (job.cancelRequested()) {
      cancelled(handle, lease, job);
      return;
    }
    putBack(handle, lease, job.attempt() - 1, Duration.ZERO);
    endAttempt(handle, lease, AttemptEnding.HANDED_BACK, null, null);
    tell(handle, lease, job, EventKind.HANDED_BACK);
  }

  private Settled done(Handle handle, Lease lease, Held job) {
    close(handle, lease, job, new Close(JobState.DONE, EventKind.DONE, null, null));
    boolean undisturbed = lease.fence() == 1;
    return new Settled(Finish.FINAL, undisturbed && !Durations.replace(handle, lease.job()));
  }

  private Settled failed(Handle handle, Lease lease, Held job, JobEnd.Failed failed) {
    if (job.cancelRequested()) {
      return cancelled(handle, lease, job);
    }
    if (failed.kind().triedAgain() && job.attempt() < job.maxAttempts()) {
      putBack(handle, lease, job.attempt(), JobQueue.RETRY_DELAY.multipliedBy(job.attempt()));
      endAttempt(handle, lease, AttemptEnding.FAILED, failed.kind(), failed.detail());
      tell(handle, lease, job, EventKind.TRIED_AGAIN);
      return Settled.TRIED_AGAIN;
    }
    close(
        handle,
        lease,
        job,
        new Close(JobState.FAILED, EventKind.FAILED, failed.kind(), failed.detail()));
    return Settled.FINAL;
  }

  private record Close(
      JobState state, EventKind event, @Nullable FailureKind kind, @Nullable String detail) {}

  private Settled cancelled(Handle handle, Lease lease, Held job) {
    close(handle, lease, job, new Close(JobState.CANCELLED, EventKind.CANCELLED, null, null));
    return Settled.FINAL;
  }

  private void close(Handle handle, Lease lease, Held job, Close close) {
    bind(handle.createUpdate(END), lease)
        .bind("state", close.state().id())
        .bind("kind", close.kind())
        .bind("detail", close.detail())
        .execute();
    endAttempt(handle, lease, AttemptEnding.of(close.state().id()), close.kind(), close.detail());
    tell(handle, lease, job, close.event());
  }

  private void putBack(Handle handle, Lease lease, int attempt, Duration delay) {
    bind(handle.createUpdate(PUT_BACK), lease)
        .bind("attempt", attempt)
        .bind("delay_s", delay.toSeconds())
        .execute();
  }

  void endAttempt(
      Handle handle,
      Lease lease,
      AttemptEnding ending,
      @Nullable FailureKind kind,
      @Nullable String detail) {
    bind(handle.createUpdate(END_ATTEMPT), lease)
        .bind("ending", ending.id())
        .bind("kind", kind)
        .bind("detail", detail)
        .execute();
  }

  private void forgetChildren(Handle handle, Lease lease) {
    bindAttempt(handle.createUpdate(FORGET_CHILDREN), lease).execute();
  }

  private void tell(Handle handle, Lease lease, Held job, EventKind kind) {
    events.append(handle, job.run(), kind, data(lease.job().number(), job.cell(), job.attempt()));
  }

  static String data(long job, int cell, int attempt) {
    return "{\"job\":%d,\"cell\":%d,\"attempt\":%d}".formatted(job, cell, attempt);
  }

  static <S extends SqlStatement<S>> S bind(S statement, Lease lease) {
    return bindAttempt(statement, lease).bind("owner", lease.owner());
  }

  static <S extends SqlStatement<S>> S bindAttempt(S statement, Lease lease) {
    return statement.bind("id", lease.job().number()).bind("fence", lease.fence());
  }
}
