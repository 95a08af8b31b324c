package racecard.web.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.host.Host;
import racecard.host.HostStore;
import racecard.queue.Job;
import racecard.report.Figures;
import racecard.run.Run;
import racecard.view.Frame.HostStatus;
import racecard.web.http.Rooms;

/** The line at the right of every page's header: who measures, and whether. */
final class HostLine {
  private static final String NO_HOST = "no worker yet";

  private final Rooms rooms;
  private final Times times;

  HostLine(Rooms rooms, Times times) {
    this.rooms = rooms;
    this.times = times;
  }

  HostStatus now() {
    List<Host> hosts = rooms.hosts().all();
    List<Host> alive = hosts.stream().filter(Host::alive).toList();
    List<Job> running = rooms.jobs().running();
    return switch (alive.size()) {
      case 0 -> new HostStatus(absent(hosts), null);
      case 1 -> single(alive.getFirst(), running);
      default ->
          new HostStatus(
              "%d hosts · %d measuring".formatted(alive.size(), running.size()),
              href(first(running)));
    };
  }

  private String absent(List<Host> hosts) {
    return hosts.stream()
        .map(Host::seenAt)
        .max(Comparator.naturalOrder())
        .map(seen -> "no worker since " + times.brief(seen))
        .orElse(NO_HOST);
  }

  private HostStatus single(Host host, List<Job> running) {
    int cores = HostStore.facts(host.factsJson()).cores();
    String name = "%s · %s · ".formatted(host.name(), cores == 1 ? "1 core" : cores + " cores");
    @Nullable Run run = first(running);
    if (run == null) {
      return new HostStatus(name + atRest(host), null);
    }
    return new HostStatus(
        name + "measuring %s, %s".formatted(run.publicId(), left(running.getFirst())), href(run));
  }

  private String atRest(Host host) {
    return host.preparing() ? "looks for runtimes" : rooms.pause().paused() ? "paused" : "idle";
  }

  /** As {@code about 40 s left}. */
  private String left(Job job) {
    Instant started = job.attemptStartedAt();
    long spent = started == null ? 0 : times.secondsSince(started);
    long left = job.expectedMs() / 1_000 - spent;
    return left < 1 ? "longer than expected" : "about %s left".formatted(Figures.span(left));
  }

  private @Nullable Run first(List<Job> running) {
    return running.isEmpty() ? null : rooms.runs().find(running.getFirst().run()).orElse(null);
  }

  private static @Nullable String href(@Nullable Run run) {
    return run == null ? null : "/runs/" + run.publicId();
  }
}
