package racecard.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Files are read and written one after the other, since one alone can take most of the heap. */
public final class Turn {
  private final Semaphore place = new Semaphore(1, true);
  private final Duration patience;

  /** Whoever waited for {@code patience} is told so. */
  public Turn(Duration patience) {
    this.patience = patience;
  }

  /** What {@code work} makes; empty when others were at it all the while. */
  public <T> Optional<T> take(Supplier<T> work) {
    if (!mayBegin()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      place.release();
    }
  }

  private boolean mayBegin() {
    try {
      return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
