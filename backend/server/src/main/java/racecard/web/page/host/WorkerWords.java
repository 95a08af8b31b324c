package racecard.web.page.host;

import java.util.List;
import racecard.host.Host;
import racecard.host.HostWorker;
import racecard.host.WorkerState;
import racecard.queue.Job;
import racecard.run.Run;
import racecard.view.Fact;
import racecard.web.http.Rooms;
import racecard.web.page.Times;

/** What the workers of a host do, in words. */
record WorkerWords(Rooms rooms, Times times) {
  private static final String PREPARING = "looks for runtimes and adds their libraries";

  /** As {@code measuring k3v9q2mw} or {@code last heard of at 14:02}. */
  String status(Host host) {
    if (!host.alive()) {
      return "last heard of at " + times.brief(host.seenAt());
    }
    return rooms.jobs().running().stream()
        .filter(job -> host.name().equals(job.host()))
        .findFirst()
        .map(Job::run)
        .flatMap(rooms.runs()::find)
        .map(Run::publicId)
        .map(id -> "measuring " + id)
        .orElse(host.preparing() ? PREPARING : "idle");
  }

  /** The worker processes of the last day. */
  List<Fact> workers(Host host) {
    return rooms.hosts().workers().stream()
        .filter(worker -> worker.host().equals(host.name()))
        .map(this::fact)
        .toList();
  }

  private Fact fact(HostWorker worker) {
    return new Fact(
        "Racecard " + worker.version(),
        "%s, since %s, last heard of at %s"
            .formatted(
                worker.alive() ? word(worker.state()) : "gone",
                times.brief(worker.startedAt()),
                times.brief(worker.seenAt())));
  }

  private static String word(WorkerState state) {
    return switch (state) {
      case PREPARING -> PREPARING;
      case IDLE, MEASURING, STOPPING, STOPPED -> state.id();
    };
  }
}
