package racecard;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command that shows, queues and measures until it is told to stop. */
final class Serve {
  private static final Duration STOP_LIMIT = Duration.ofMillis(9_500);

  private Serve() {}

  /** Starts, says where it answers, and returns when the program is told to stop. */
  static int run(Configuration configuration) {
    Racecard racecard = Racecard.start(configuration);
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(racecard, told), "stop"));
    Logger log = LoggerFactory.getLogger(Serve.class);
    long uptimeMs = ManagementFactory.getRuntimeMXBean().getUptime();
    log.info("answers at {} {} ms after the JVM began", racecard.address(), uptimeMs);
    System.out.printf("Racecard answers at %s%n", racecard.address());
    System.out.flush();
    if (!configuration.worker()) {
      System.err.println("No worker here: runs wait until a worker elsewhere opens this database.");
    }
    await(told);
    return 0;
  }

  // The JVM ends when this returns, whatever still holds on to something.
  private static void stop(Racecard racecard, CountDownLatch told) {
    Thread closing = Thread.ofPlatform().daemon().name("close").start(racecard::close);
    try {
      if (!closing.join(STOP_LIMIT)) {
        System.err.println(
            "Racecard did not stop in time and leaves; nothing acknowledged is lost.");
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    told.countDown();
  }

  private static void await(CountDownLatch told) {
    try {
      told.await(); // as long as the program is wanted
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
