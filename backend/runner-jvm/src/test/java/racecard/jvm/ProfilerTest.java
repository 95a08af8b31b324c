package racecard.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import racecard.jvm.line.Message;
import racecard.jvm.profile.Profiler;

class ProfilerTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long WAIT_NS = 1_000_000;
  private static final int MEBIBYTE = 1 << 20;
  private static final int MEBIBYTES = 64;
  private static final String LONG_NAME = "waits-" + "x".repeat(400);

  private final Profiler profiler = new Profiler();

  @Test
  void a_virtual_thread_that_waits_in_a_class_initializer_is_pinned() throws Exception {
    Message pinned =
        ProfileTest.event(profiled(() -> join(Thread.ofVirtual().start(Slow::load))), "pinned");

    assertThat(pinned.number("count", 1, Long.MAX_VALUE)).isPositive();
    assertThat(pinned.number("longest_ns", 0, Long.MAX_VALUE))
        .isGreaterThanOrEqualTo(Slow.MS * 1_000_000);
    assertThat(pinned.text("example"))
        .startsWith("racecard.jvm.ProfilerTest$Slow.<clinit>: LockSupport.park, ");
  }

  @Test
  void waiting_for_a_monitor_is_counted_in_the_profile_that_it_happened_in() throws Exception {
    Message during = ProfileTest.event(profiled(ProfilerTest::contend), "lock_wait");
    Message after = ProfileTest.event(profiled(() -> {}), "lock_wait");

    assertThat(during.number("count", 1, Long.MAX_VALUE)).isPositive();
    assertThat(during.number("longest_ns", 0, Long.MAX_VALUE)).isGreaterThanOrEqualTo(WAIT_NS);
    assertThat(during.text("example"))
        .startsWith("racecard.jvm.ProfilerTest$Contended: waits-xxx")
        .hasSize(300);
    assertThat(String.valueOf(after.fields().get("example"))).doesNotContain("Contended");
  }

  @Test
  void what_virtual_threads_and_ended_threads_allocate_is_counted() throws Exception {
    Message seen =
        profiled(() -> {
          join(Thread.ofVirtual().start(ProfilerTest::allocate));
          join(Thread.ofPlatform().start(ProfilerTest::allocate));
        });

    assertThat(seen.number("allocated_bytes", 0, Long.MAX_VALUE))
        .isBetween(2L * MEBIBYTES * MEBIBYTE, 3L * MEBIBYTES * MEBIBYTE);
  }

  private Message profiled(Work work) throws Exception {
    profiler.begin();
    work.run();
    return Message.read(profiler.end().json());
  }

  private static void contend() throws InterruptedException {
    Contended monitor = new Contended();
    Thread waiting = new Thread(monitor::enter, LONG_NAME);
    synchronized (monitor) {
      waiting.start();
      assertThat(Await.until(() -> waiting.getState() == Thread.State.BLOCKED, LIMIT.toMillis()))
          .isTrue();
      long fromNs = System.nanoTime();
      while (System.nanoTime() - fromNs < WAIT_NS) {
        Thread.onSpinWait();
      }
    }
    join(waiting);
  }

  private static void join(Thread thread) throws InterruptedException {
    assertThat(thread.join(LIMIT)).isTrue();
  }

  private static void allocate() {
    byte[][] all = new byte[MEBIBYTES][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new byte[MEBIBYTE];
    }
    assertThat(all).hasNumberOfRows(MEBIBYTES);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static final class Contended {
    private int entered;

    private synchronized int enter() {
      return ++entered;
    }
  }

  /** The VM stands on the stack of what initializes a class, and its frames cannot be moved. */
  private static final class Slow {
    static final long MS = 20;

    static {
      try {
        Thread.sleep(MS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private Slow() {}

    static void load() {}
  }
}
