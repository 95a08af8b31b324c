package racecard.worker;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.queue.JobQueue;
import racecard.queue.Standing;

/**
 * Renews the lease of the job in hand and ends its children when it must not go on.
 *
 * <p>A look a second finds a cancellation; every fifth renews. A thread of its own ends the
 * children when two thirds of the lease have passed without renewal: a database that does not
 * answer cannot keep it from doing so. A measurement that has not asked for so long as no step of
 * it may take hangs: where it does goes to the log, and its children end, which frees whoever waits
 * for one.
 */
final class LeaseKeeper implements AutoCloseable {
  static final Duration LOOK = Duration.ofSeconds(1);
  // Twice the longest limit of one step: the first downloads of a user's URLs may take 5 minutes.
  static final Duration LONGEST_STEP = Duration.ofMinutes(10);
  private static final Duration RENEW = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final JobQueue queue;
  private final Hold hold;
  private final Runnable endChildren;
  private final Duration longestStep;
  private final Thread measuring = Thread.currentThread();
  private final long renewEveryNs;
  private long renewedNs = System.nanoTime();
  private boolean hangs;

  /** Keeps the lease of what the calling thread measures. */
  LeaseKeeper(JobQueue queue, Hold hold, Runnable endChildren, Duration longestStep) {
    this.longestStep = longestStep;
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
      lookAtSteps();
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

  private void lookAtSteps() {
    boolean before = hangs;
    hangs = hold.unasked().compareTo(longestStep) > 0;
    if (hangs && !before) {
      LOG.warn(
          "Job {} has not moved for {} s, its children are ended. It is at{}",
          job(),
          hold.unasked().toSeconds(),
          Stream.of(measuring.getStackTrace())
              .map(frame -> "\n\tat " + frame)
              .collect(Collectors.joining()));
      endChildren.run();
    }
  }

  /** Ends the right to go on, and the children with it. */
  void stop(Halt why) {
    boolean first = hold.open();
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
