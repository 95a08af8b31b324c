package racecard.web.page;

import java.util.Comparator;
import java.util.List;
import racecard.host.Host;
import racecard.web.http.Rooms;

/**
 * Why what waits does not start.
 *
 * @param rooms where that is looked for
 * @param times how times are written
 */
public record Trouble(Rooms rooms, Times times) {

  /** In a sentence; empty when all is well. */
  public String sentence() {
    if (rooms.pause().paused()) {
      return "The queue is paused: what waits starts when somebody resumes it.";
    }
    List<Host> hosts = rooms.hosts().all();
    List<Host> alive = hosts.stream().filter(Host::alive).toList();
    if (!alive.isEmpty()) {
      return alive.stream().allMatch(Host::preparing) ? preparing(alive) : "";
    }
    return hosts.stream()
        .max(Comparator.comparing(Host::seenAt))
        .map(host ->
            "Queued runs start when a worker returns. The last one was heard of at %s, on %s."
                .formatted(times.brief(host.seenAt()), host.name()))
        .orElse("Queued runs start when there is a worker. None was ever heard of.");
  }

  private static String preparing(List<Host> alive) {
    return "Queued runs start when %s has looked for its runtimes and added their libraries: some minutes at the first start, seconds later."
        .formatted(alive.getFirst().name());
  }
}
