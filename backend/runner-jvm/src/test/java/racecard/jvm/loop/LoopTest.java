package racecard.jvm.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {
  @Test
  void timers_run_in_the_order_of_their_times_and_never_early() throws Exception {
    List<Long> lateNs = new CopyOnWriteArrayList<>();
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch left = new CountDownLatch(10);
    try (Loop loop = Loop.start()) {
      loop.post(() -> {
        for (int i = 9; i >= 0; i--) {
          int number = i;
          long delayNs = 3_000_000 + number * 10_000_000L;
          long dueNs = System.nanoTime() + delayNs;
          loop.after(
              delayNs,
              () -> {
                lateNs.add(System.nanoTime() - dueNs);
                order.add(number);
                left.countDown();
              });
        }
      });
      assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(order).isSorted();
    assertThat(lateNs).allMatch(late -> late >= 0);
  }

  @Test
  void work_that_posts_itself_again_does_not_starve_timers() throws Exception {
    CountDownLatch timer = new CountDownLatch(1);
    try (Loop loop = Loop.start()) {
      Runnable[] again = new Runnable[1];
      again[0] = () -> loop.post(again[0]);
      loop.post(again[0]);
      loop.post(() -> loop.after(2_000_000, timer::countDown));

      assertThat(timer.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void other_threads_wake_a_loop_that_waits() throws Exception {
    try (Loop loop = Loop.start()) {
      for (int i = 0; i < 100; i++) {
        CountDownLatch done = new CountDownLatch(1);
        loop.post(done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
