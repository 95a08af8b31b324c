package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;

@OnBothDatabases
final class ClaimOrderTest {
  private static final String HUNDRED_THOUSAND =
      """
      insert into job (run_id, turn, cell, plan, add_generations, duration_key, estimate_ms, state,
        priority, attempt, max_attempts, available_at, fence, created_at)
      select :run, 1000 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n,
        0, '{}', 0, 'k', 1, 'queued', mod(a.n, 3), 0, 3, <now>, 0, <now>
      from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) a (n),
        (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) b (n),
        (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) c (n),
        (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) d (n),
        (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) e (n)
      """;

  private static final String EXPLAIN =
      """
      explain select id
      from job
      where available_at <= <now> and state = 'queued'
        and (wanted_host is null or wanted_host = 'host')
        and not exists (
          select 1 from job mate
          where mate.turn = job.turn
            and (mate.state = 'running'
              or (mate.state = 'queued'
                and (mate.wanted_host <> 'host'
                  or (mate.id < job.id
                    and (mate.available_at <= <now> or job.wanted_host is null))))))
        and not exists (select 1 from setting where name = 'paused')
        and not exists (select 1 from job busy where busy.lane_key = 'host/measure')
      order by state, priority desc, turn
      fetch first 1 rows only
      """;

  private final Rooms rooms;

  ClaimOrderTest(TestDatabase database) {
    this.rooms = Rooms.steered(database);
  }

  @Test
  void a_claim_reads_the_index_and_not_the_queue_when_a_hundred_thousand_wait() {
    RunId run = rooms.submit().id();
    rooms.jdbi.useHandle(handle -> {
      handle.createUpdate(HUNDRED_THOUSAND).bind("run", run.number()).execute();
      handle.execute("analyze");
    });

    String plan =
        rooms.jdbi.withHandle(handle ->
            String.join("\n", handle.createQuery(EXPLAIN).mapTo(String.class).list())
                .toLowerCase(Locale.ROOT));

    assertThat(plan).contains("job_claim_order").doesNotContain("seq scan on job\n");
    assertThat(plan.contains("sort key")).as(plan).isFalse();
    ClaimedJob job = rooms.queue.claim("owner", "host").orElseThrow();
    assertThat(rooms.jobs.ofRun(run).stream().filter(one -> one.id().equals(job.lease().job())))
        .allMatch(one -> one.priority() == 2);
  }
}
