package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.queue.Changes;
import racecard.queue.Engine;
import racecard.queue.JobId;
import racecard.queue.JobQueue;
import racecard.queue.Lease;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class LeaseKeeperTest {
  private static final Lease LEASE = new Lease(new JobId(1), 1, "owner");
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void children_end_after_two_thirds_of_a_lease_that_no_database_renews()
      throws InterruptedException {
    TestDatabase database = TestDatabase.h2();
    JobQueue queue = new JobQueue(database.real(), Engine.H2, new Changes(), Duration.ofSeconds(3));
    database.close();
    Hold hold = new Hold(LEASE, LeaseKeeper.endurance(queue));
    CountDownLatch ended = new CountDownLatch(1);
    long began = System.nanoTime();
    try (LeaseKeeper keeper = new LeaseKeeper(queue, hold, ended::countDown, LONG)) {
      assertThatCode(keeper::tick).doesNotThrowAnyException();
      assertThat(hold.goesOn()).isTrue();
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(2_000_000_000L);
    assertThatThrownBy(hold::checkKept).isInstanceOf(Halted.class).hasMessage("LOST");
  }

  @Test
  void a_lease_that_somebody_else_took_ends_the_children_at_the_next_look() {
    try (TestDatabase database = TestDatabase.h2()) {
      JobQueue queue = new JobQueue(database.real(), Engine.H2, new Changes(), LONG);
      Hold hold = new Hold(LEASE, LONG);
      CountDownLatch ended = new CountDownLatch(1);
      try (LeaseKeeper keeper = new LeaseKeeper(queue, hold, ended::countDown, LONG)) {
        keeper.tick();
      }
      assertThat(ended.getCount()).isZero();
      assertThatThrownBy(() -> hold.rest(LONG)).isInstanceOf(Halted.class).hasMessage("LOST");
    }
  }

  @Test
  void a_step_that_takes_longer_than_any_may_ends_the_children_once() throws Exception {
    try (TestDatabase database = TestDatabase.h2()) {
      JobQueue queue = new JobQueue(database.real(), Engine.H2, new Changes(), LONG);
      Hold hold = new Hold(LEASE, LONG);
      AtomicInteger ended = new AtomicInteger();
      LeaseKeeper keeper =
          new LeaseKeeper(queue, hold, ended::incrementAndGet, Duration.ofMillis(100));
      try (keeper) {
        hold.check();
        while (hold.unasked().compareTo(Duration.ofMillis(101)) < 0) {
          Thread.onSpinWait();
        }
        // The first look ends them for that, and then since the lease is nobody's.
        keeper.tick();
        assertThat(ended).hasValue(2);
      }
    }
  }

  @Test
  void what_was_measured_until_a_stop_may_be_kept_but_nothing_after_the_lease_was_lost() {
    Hold hold = new Hold(LEASE, LONG);
    hold.halt(Halt.STOPPING);
    hold.halt(Halt.CANCELLED);
    assertThatThrownBy(hold::check).isInstanceOf(Halted.class).hasMessage("STOPPING");
    assertThatCode(hold::checkKept).doesNotThrowAnyException();
    hold.halt(Halt.LOST);
    assertThatThrownBy(hold::checkKept).isInstanceOf(Halted.class).hasMessage("LOST");
  }
}
