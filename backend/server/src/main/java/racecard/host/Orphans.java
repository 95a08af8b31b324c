package racecard.host;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds and ends processes that should be gone, each by its id and only if it is still the same.
 */
public final class Orphans {
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(2);

  private Orphans() {}

  /** Ends what Racecards of this host that are gone have left; gives what was found. */
  public static List<ProcessId> endAbandoned() {
    return endMarked(marker -> !marker.owner().isAlive());
  }

  /** Ends whatever still carries exactly {@code marker}; gives what was found. */
  public static List<ProcessId> endMarked(Marker marker) {
    return endMarked(marker::equals);
  }

  private static List<ProcessId> endMarked(Predicate<Marker> which) {
    List<ProcessId> found =
        ProcessId.marked(Marker.VARIABLE).stream()
            .filter(marked -> Marker.read(marked.text()).filter(which).isPresent())
            .map(ProcessId.Marked::process)
            .filter(process -> process.pid() != ProcessHandle.current().pid())
            .toList();
    end(found);
    return found;
  }

  /**
   * Ends {@code processes} and what they started, and waits up to two seconds until all are gone.
   */
  public static void end(Collection<ProcessId> processes) {
    List<ProcessHandle> handles =
        processes.stream()
            .filter(ProcessId::isAlive)
            .map(process -> ProcessHandle.of(process.pid()))
            .flatMap(Optional::stream)
            .flatMap(Orphans::withDescendants)
            .toList();
    handles.forEach(ProcessHandle::destroyForcibly);
    await(handles);
  }

  private static Stream<ProcessHandle> withDescendants(ProcessHandle handle) {
    return Stream.concat(Stream.of(handle), handle.descendants());
  }

  private static void await(List<ProcessHandle> handles) {
    CompletableFuture<?>[] exits =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException notGoneYet) {
      // Killed processes that the system has not buried yet hurt nobody.
      return;
    }
  }
}
