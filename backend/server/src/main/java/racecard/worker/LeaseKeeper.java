package racecard.worker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.queue.JobQueue;
import racecard.queue.Standing;

/**
 * Renews the lease of the job in hand and ends its children when it must not go on.
 *
 * <p>A look a second finds a cancellation; every fifth renews. A thread of its own ends the
 * children when two thirds of the lease have passed without renewal: a database that does not
 * answer cannot keep it from doing so.
 */
final class LeaseKeeper implements AutoCloseable {
  static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final JobQueue queue;
  private final Hold hold;
  private final Runnable endChildren;
  private final long renewEveryNs;
  private long renewedNs = System.nanoTime();

  LeaseKeeper(JobQueue queue, Hold hold, Runnable endChildren) {
    this.queue = queue;
    this.hold = hold;
    this.endChildren = endChildren;
    this.renewEveryNs = Math.min(RENEW.toNanos(), queue.lease().dividedBy(6).toNanos());
    Thread.ofPlatform().daemon().name("fence of job " + job()).start(this::fence);
  }

  /** How long a lease is good without renewal. */
  static Duration endurance(JobQueue queue) {
    return queue.lease().multipliedBy(2).dividedBy(3);
  }

  /** The look of every second; a database that is away is asked again at the next one. */
  void tick() {
    long now = System.nanoTime();
    try {
      boolean due = now - renewedNs >= renewEveryNs;
      Standing standing = due ? queue.renew(hold.lease()) : queue.standing(hold.lease());
      switch (standing) {
        case HELD -> {}
        case CANCEL_REQUESTED -> stop(Halt.CANCELLED);
        case LOST -> stop(Halt.LOST);
      }
      if (due && standing != Standing.LOST) {
        renewedNs = now;
        hold.renewed(now);
      }
    } catch (RuntimeException away) {
      LOG.warn("The lease of job {} could not be looked at: {}", job(), away.toString());
    }
  }

  /** Ends the right to go on, and the children with it. */
  void stop(Halt why) {
    boolean first = hold.goesOn();
    hold.halt(why);
    if (first) {
      LOG.info("Job {} stops: {}", job(), why);
    }
    endChildren.run();
  }

  /** Lets the round that runs come to its end, and no other begin. */
  void handBack() {
    hold.halt(Halt.STOPPING);
  }

  private void fence() {
    try {
      if (hold.runsOut()) {
        stop(Halt.LOST);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long job() {
    return hold.lease().job().number();
  }

  @Override
  public void close() {
    hold.end();
  }
}
