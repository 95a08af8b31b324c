package racecard.runner;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Names processes so that they can be found after their parent is gone, and ends what was left. */
public final class Orphans {
  private static final long EXIT_LIMIT_S = 2;

  private Orphans() {}

  /** The start of a process as text, which with its id names it exactly; empty when unknown. */
  public static String started(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("");
  }

  /**
   * Ends process {@code pid} and what it started, if it is still the one started at {@code
   * started}.
   */
  public static boolean end(long pid, String started) {
    Optional<ProcessHandle> left =
        ProcessHandle.of(pid).filter(process -> started(process).equals(started));
    left.ifPresent(Orphans::end);
    return left.isPresent();
  }

  private static void end(ProcessHandle process) {
    try (Stream<ProcessHandle> all = process.descendants()) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(EXIT_LIMIT_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      exit.cancel(false);
    }
  }
}
