package racecard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Where waiting turns stand, counted by the condition and in the order of the claim itself. A turn
 * is what was queued together; while one of its jobs runs, it does not wait any more.
 */
public final class WaitingLine {
  private static final String WAITING =
      """
      select id, run_id, wanted_host, available_at, available_at <= <now> as available,
        (select sum(coalesce(duration.took_ms, mine.estimate_ms))
         from job mine
         left join duration on duration.duration_key = mine.duration_key
         where mine.turn = job.turn and mine.state = 'queued') as expected_ms
      from job
      """;

  private static final String FIRST =
      WAITING
          + """
          where state = 'queued'
            and not exists (
              select 1 from job before
              where before.turn = job.turn
                and (before.state = 'running'
                  or (before.state = 'queued' and before.id < job.id)))
          order by state, priority desc, turn
          fetch first :limit rows only
          """;

  private static final String FIRST_OF_RUN =
      WAITING
          + """
          where run_id = :run and state = 'queued'
          order by priority desc, turn, id
          fetch first 1 rows only
          """;

  private static final String AHEAD =
      """
      select count(distinct ahead.turn) as turns,
        coalesce(sum(coalesce(duration.took_ms, ahead.estimate_ms)), 0) as ms
      from job me
      join job ahead on ahead.state = 'queued'
        and ahead.available_at <= <now>
        and (me.wanted_host is null or ahead.wanted_host is null
          or ahead.wanted_host = me.wanted_host)
        and (ahead.priority > me.priority
          or (ahead.priority = me.priority and ahead.turn < me.turn))
      left join duration on duration.duration_key = ahead.duration_key
      left join job busy on busy.turn = ahead.turn and busy.state = 'running'
      where me.id = :id and busy.id is null
      """;

  private static final String WHOLE =
      """
      select count(distinct job.turn) as turns,
        coalesce(sum(coalesce(duration.took_ms, job.estimate_ms)), 0) as ms
      from job
      left join duration on duration.duration_key = job.duration_key
      left join job busy on busy.turn = job.turn and busy.state = 'running'
      where job.state = 'queued' and busy.id is null
      """;

  private static final String RUNNING =
      """
      select job.host,
        coalesce(duration.took_ms, job.estimate_ms)
          - cast(extract(epoch from (<now> - attempt.started_at)) * 1000 as bigint) as left_ms,
        (select coalesce(sum(coalesce(duration.took_ms, mine.estimate_ms)), 0)
         from job mine
         left join duration on duration.duration_key = mine.duration_key
         where mine.turn = job.turn and mine.state = 'queued') as rest_ms
      from job
      join attempt on attempt.job_id = job.id and attempt.fence = job.fence
      left join duration on duration.duration_key = job.duration_key
      where job.state = 'running'
      """;

  private final Jdbi jdbi;
  private final Pause pause;

  /** Counts in the database behind {@code jdbi}. */
  public WaitingLine(Jdbi jdbi, Pause pause) {
    this.jdbi = jdbi;
    this.pause = pause;
  }

  /**
   * Where the first waiting job of {@code run} stands; empty when none waits.
   *
   * @param lanes how many hosts have a living worker
   */
  public Optional<Place> place(RunId run, int lanes) {
    boolean paused = pause.paused();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(FIRST_OF_RUN)
            .bind("run", run.number())
            .map((row, context) -> Waiting.of(row))
            .findOne()
            .map(me -> me.at(ahead(handle, me), new Lanes(paused ? 0 : lanes, running(handle)))));
  }

  /**
   * The first {@code limit} waiting turns, each by its first job, next first.
   *
   * @param lanes how many hosts have a living worker
   */
  public List<Place> places(int limit, int lanes) {
    boolean paused = pause.paused();
    return jdbi.withHandle(handle -> {
      Lanes open = new Lanes(paused ? 0 : lanes, running(handle));
      List<Waiting> line =
          handle
              .createQuery(FIRST)
              .bind("limit", limit)
              .map((row, context) -> Waiting.of(row))
              .list();
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < line.size(); i++) {
        places.add(line.get(i).at(line.get(i).ahead(line.subList(0, i)), open));
      }
      return places;
    });
  }

  /**
   * What a job that is queued now waits for.
   *
   * @param lanes how many hosts have a living worker
   */
  public Prospect prospect(int lanes) {
    boolean paused = pause.paused();
    return jdbi.withHandle(handle -> {
      Ahead ahead = one(handle.createQuery(WHOLE));
      Lanes open = new Lanes(paused ? 0 : lanes, running(handle));
      return new Prospect(ahead.turns() + open.running().size(), open.etaS(ahead, null));
    });
  }

  private static Ahead ahead(Handle handle, Waiting me) {
    return one(handle.createQuery(AHEAD).bind("id", me.id()));
  }

  private static Ahead one(Query query) {
    return query.map((row, context) -> new Ahead(row.getLong("turns"), row.getLong("ms"))).one();
  }

  private static List<Running> running(Handle handle) {
    return handle
        .createQuery(RUNNING)
        .map((row, context) ->
            new Running(
                row.getString("host"),
                Math.max(0, row.getLong("left_ms")) + row.getLong("rest_ms")))
        .list();
  }

  private record Ahead(long turns, long ms) {}

  private record Running(String host, long leftMs) {}

  private record Lanes(int count, List<Running> running) {
    /** What is ahead and what still runs, shared by the lanes; a free lane starts at once. */
    OptionalLong etaS(Ahead ahead, @Nullable String wantedHost) {
      int lanes = wantedHost == null ? count : Math.min(count, 1);
      if (lanes == 0) {
        return OptionalLong.empty();
      }
      List<Running> busy =
          running.stream()
              .filter(one -> wantedHost == null || one.host().equals(wantedHost))
              .toList();
      if (ahead.turns() < lanes - busy.size()) {
        return OptionalLong.of(0);
      }
      long ms = ahead.ms() + busy.stream().mapToLong(Running::leftMs).sum();
      return OptionalLong.of(Math.ceilDiv(ms / lanes, 1_000));
    }
  }

  private record Waiting(
      long id,
      long run,
      @Nullable String wantedHost,
      Instant availableAt,
      boolean available,
      long expectedMs) {

    static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getLong("id"),
          row.getLong("run_id"),
          row.getString("wanted_host"),
          Instants.at(row, "available_at"),
          row.getBoolean("available"),
          row.getLong("expected_ms"));
    }

    Ahead ahead(List<Waiting> before) {
      List<Waiting> ahead = before.stream().filter(this::waitsFor).toList();
      return new Ahead(ahead.size(), ahead.stream().mapToLong(Waiting::expectedMs).sum());
    }

    private boolean waitsFor(Waiting other) {
      return other.available()
          && (wantedHost == null
              || other.wantedHost() == null
              || wantedHost.equals(other.wantedHost()));
    }

    Place at(Ahead ahead, Lanes lanes) {
      return new Place(
          new JobId(id),
          new RunId(run),
          ahead.turns() + 1,
          lanes.etaS(ahead, wantedHost),
          availableAt);
    }
  }
}
