package racecard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ChangesTest {
  private static final Duration FOREVER = Duration.ofHours(1);

  @Test
  void a_change_before_the_wait_is_not_missed() throws InterruptedException {
    Changes changes = new Changes();
    long seen = changes.count();
    changes.tell();
    changes.await(seen, FOREVER);
    assertThat(changes.count()).isEqualTo(seen + 1);
  }

  @Test
  void a_change_during_the_wait_ends_it() {
    Changes changes = new Changes();
    long seen = changes.count();
    CompletableFuture<Void> waiter =
        CompletableFuture.runAsync(() -> {
          try {
            changes.await(seen, FOREVER);
          } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
          }
        });
    changes.tell();
    assertThat(waiter).succeedsWithin(Duration.ofSeconds(50));
  }

  @Test
  void a_wait_without_a_change_ends_at_its_limit() throws InterruptedException {
    Changes changes = new Changes();
    changes.await(changes.count(), Duration.ofMillis(1));
    assertThat(changes.count()).isZero();
  }
}
