package racecard.queue;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/**
 * Takes the next job for a host: the one thing that H2 and PostgreSQL must be asked differently.
 */
sealed interface Claim {
  /** Who claims, for how long. */
  record Claimant(String owner, String host, long leaseS) {
    String lane() {
      return host + "/measure";
    }
  }

  // The order and this condition are also those of WaitingLine: what a page says comes first, does.
  // Of a turn at most one job can be taken: the first that is available, and of one that no host
  // has begun the first alone. One that is being measured, or that another host keeps, is nobody
  // else's, its first job included.
  String CLAIMABLE =
      """
      state = 'queued'
        and (wanted_host is null or wanted_host = :host)
        and not exists (
          select 1 from job mate
          where mate.turn = job.turn
            and (mate.state = 'running'
              or (mate.state = 'queued'
                and (mate.wanted_host <> :host
                  or (mate.id < job.id
                    and (mate.available_at <= <now> or job.wanted_host is null))))))
        and not exists (select 1 from setting where name = 'paused')
        and not exists (select 1 from job busy where busy.lane_key = :lane)
      """;

  /** Makes the next job the claimant's; a unique conflict means that its lane is busy. */
  Optional<JobId> take(Handle handle, Claimant claimant);

  /** The claim for {@code engine}. */
  static Claim on(Engine engine) {
    return switch (engine) {
      case H2 -> new OnH2();
      case POSTGRESQL -> new OnPostgres();
    };
  }

  /**
   * A short list, then compare and set. H2 knows {@code skip locked}, but with an order and a limit
   * it locks every row that matches and takes time in proportion to the queue's length.
   */
  record OnH2() implements Claim {
    private static final String CANDIDATES =
        """
        select id
        from job
        where available_at <= <now> and %s
        order by state, priority desc, turn
        fetch first 16 rows only
        """
            .formatted(CLAIMABLE);

    private static final String TAKE =
        """
        update job
        set state = 'running', attempt = attempt + 1, fence = fence + 1, owner = :owner,
            host = :host, lane_key = :lane, started_at = coalesce(started_at, <now>),
            lease_expires_at = <now> + cast(:lease_s as integer) * interval '1' second
        where id = :id and state = 'queued'
        """;

    @Override
    public Optional<JobId> take(Handle handle, Claimant claimant) {
      Query candidates = bind(handle.createQuery(CANDIDATES), claimant);
      for (long id : candidates.mapTo(long.class).list()) {
        Update take = bind(handle.createUpdate(TAKE), claimant);
        if (take.bind("owner", claimant.owner())
                .bind("lease_s", claimant.leaseS())
                .bind("id", id)
                .execute()
            == 1) {
          return Optional.of(new JobId(id));
        }
      }
      return Optional.empty();
    }
  }

  /** One statement: choosing and taking cannot be told apart by anybody else. */
  record OnPostgres() implements Claim {
    private static final String TAKE =
        """
        update job
        set state = 'running', attempt = attempt + 1, fence = fence + 1, owner = :owner,
            host = :host, lane_key = :lane, started_at = coalesce(started_at, <now>),
            lease_expires_at = <now> + cast(:lease_s as integer) * interval '1' second
        where id = (
          select id
          from job
          where available_at <= <now> and %s
          order by state, priority desc, turn
          fetch first 1 rows only
          for update skip locked)
        returning id
        """
            .formatted(CLAIMABLE);

    @Override
    public Optional<JobId> take(Handle handle, Claimant claimant) {
      return bind(handle.createQuery(TAKE), claimant)
          .bind("owner", claimant.owner())
          .bind("lease_s", claimant.leaseS())
          .map((row, context) -> new JobId(row.getLong("id")))
          .findOne();
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Claimant claimant) {
    return statement.bind("host", claimant.host()).bind("lane", claimant.lane());
  }
}
