package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.run.Run;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;

/**
 * Any two operations on one job at the same moment end as one after the other would, in one of the
 * two orders.
 */
@OnBothDatabases
final class InterleavingTest {
  private static final int TIMES = 15;

  private final TestDatabase database;

  InterleavingTest(TestDatabase database) {
    this.database = database;
  }

  /** Something that a worker, a person or a rescuer does to the one job. */
  private enum Operation {
    CLAIM,
    RENEW,
    PROGRESS,
    SAMPLE,
    FINISH,
    FAIL,
    GIVE_BACK,
    CANCEL,
    RESCUE;

    private static final JobEnd FAILED = new JobEnd.Failed(FailureKind.INTERNAL, "x");

    Object on(Scene scene) {
      JobQueue queue = scene.rooms.queue;
      return switch (this) {
        case CLAIM -> queue.claim("second", "oak").isPresent();
        case RENEW -> queue.renew(scene.lease);
        case PROGRESS -> queue.progress(scene.lease, "{}");
        case SAMPLE -> scene.rooms.samples.append(scene.lease, List.of(scene.sample()));
        case FINISH -> queue.finish(scene.lease, new JobEnd.Done(), InTransaction.NOTHING);
        case FAIL -> queue.finish(scene.lease, FAILED, InTransaction.NOTHING);
        case GIVE_BACK -> queue.giveBack(scene.lease);
        case CANCEL -> queue.cancel(scene.run.id());
        case RESCUE -> scene.rooms.rescue.rescueHost("ash", "second");
      };
    }
  }

  @Test
  void two_operations_on_a_running_job_end_as_in_one_order_or_the_other() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Operation first : Operation.values()) {
        for (Operation second : Operation.values()) {
          if (first.compareTo(second) <= 0) {
            check(threads, first, second);
          }
        }
      }
    }
  }

  private void check(ExecutorService threads, Operation first, Operation second) throws Exception {
    List<String> allowed =
        List.of(oneAfterTheOther(first, second, false), oneAfterTheOther(first, second, true));
    for (int i = 0; i < TIMES; i++) {
      assertThat(atOnce(threads, first, second)).as(first + " and " + second).isIn(allowed);
    }
  }

  private String oneAfterTheOther(Operation first, Operation second, boolean reverse) {
    Scene scene = new Scene();
    if (reverse) {
      Object later = second.on(scene);
      return scene.shown(first.on(scene), later);
    }
    Object earlier = first.on(scene);
    return scene.shown(earlier, second.on(scene));
  }

  private String atOnce(ExecutorService threads, Operation first, Operation second)
      throws Exception {
    Scene scene = new Scene();
    CyclicBarrier start = new CyclicBarrier(2);
    Future<Object> one = threads.submit(() -> begin(start, first, scene));
    Future<Object> other = threads.submit(() -> begin(start, second, scene));
    return scene.shown(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS));
  }

  private static Object begin(CyclicBarrier start, Operation operation, Scene scene)
      throws Exception {
    start.await(60, TimeUnit.SECONDS);
    return operation.on(scene);
  }

  /** One run whose only job the owner {@code first} holds on the host {@code ash}. */
  private final class Scene {
    final Rooms rooms = Rooms.steered(database);
    final Run run = rooms.submit();
    final Lease lease = rooms.queue.claim("first", "ash").orElseThrow().lease();
    final int generation = rooms.samples.begin(lease, "{}").orElseThrow();

    Sample sample() {
      return new Sample(
          0,
          generation,
          1,
          1,
          1,
          "jvm/threads",
          SampleKind.MEASURED,
          true,
          null,
          1L,
          1L,
          1,
          "1",
          Usage.UNKNOWN,
          "{}");
    }

    String shown(Object first, Object second) {
      Job job = rooms.jobs.ofRun(run.id()).getFirst();
      List<String> attempts = new ArrayList<>();
      rooms.jobs.attempts(run.id()).forEach(a -> attempts.add(a.owner() + " " + a.ending()));
      return "%s, %s: %s attempt %d cancel %b attempts %s samples %d"
          .formatted(
              first,
              second,
              job.state(),
              job.attempt(),
              job.cancelRequestedAt() != null,
              attempts,
              rooms.samples.of(run.id()).size());
    }
  }
}
