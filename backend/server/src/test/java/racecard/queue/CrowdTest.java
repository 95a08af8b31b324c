package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;

/** Eight claimers on two hosts: each job exactly once, never two in one lane. */
@OnBothDatabases
final class CrowdTest {
  private static final int CLAIMERS = 8;
  private static final int JOBS = 2_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Rooms rooms;
  private final Map<JobId, Integer> claims = new ConcurrentHashMap<>();
  private final Set<String> busyLanes = ConcurrentHashMap.newKeySet();
  private final AtomicInteger crowded = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  CrowdTest(TestDatabase database) {
    this.rooms = Rooms.real(database);
  }

  @Test
  void eight_claimers_do_two_thousand_jobs_once_each_and_one_at_a_time_per_host() throws Exception {
    RunId run = rooms.submit().id();
    for (int i = 1; i < JOBS; i++) {
      rooms.enqueue(run, i % 3, i % 7 == 0 ? "oak" : null);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CLAIMERS)) {
      List<Callable<Void>> claimers = new ArrayList<>();
      for (int i = 0; i < CLAIMERS; i++) {
        String owner = "worker" + i;
        String host = i % 2 == 0 ? "ash" : "oak";
        claimers.add(() -> work(owner, host));
      }
      for (Future<Void> claimer : threads.invokeAll(claimers, 5, TimeUnit.MINUTES)) {
        claimer.get();
      }
    }
    assertThat(claims).hasSize(JOBS).allSatisfy((job, times) -> assertThat(times).isEqualTo(1));
    assertThat(crowded).hasValue(0);
    assertThat(rooms.jobs.counts()).containsEntry(JobState.DONE, (long) JOBS);
    assertThat(rooms.jobs.attempts(run)).hasSize(JOBS);
  }

  private Void work(String owner, String host) throws InterruptedException {
    while (done.get() < JOBS) {
      long seen = rooms.changes.count();
      Optional<ClaimedJob> job = rooms.queue.claim(owner, host);
      if (job.isPresent()) {
        measure(job.get(), host);
      } else {
        rooms.changes.await(seen, LOOK_AGAIN);
      }
    }
    return null;
  }

  private void measure(ClaimedJob job, String host) {
    if (!busyLanes.add(host)) {
      crowded.incrementAndGet();
    }
    claims.merge(job.lease().job(), 1, Integer::sum);
    busyLanes.remove(host);
    assertThat(rooms.queue.finish(job.lease(), new JobEnd.Done(), InTransaction.NOTHING))
        .isEqualTo(Finish.FINAL);
    done.incrementAndGet();
  }
}
