package racecard.web.page;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.host.Host;
import racecard.queue.JobState;
import racecard.web.http.Json;
import racecard.web.http.Rooms;

/** {@code /healthz}: whether this server can do its work, for whoever looks after it. */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  private final Rooms rooms;

  /** Looks at {@code rooms}. */
  public Health(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * @param status {@code ok} or {@code failing}
   * @param workers how many hosts have a living worker; null when the database does not answer
   */
  private record Answer(
      String status,
      String version,
      boolean database,
      @Nullable Integer workers,
      @Nullable Instant workerSeenAt,
      @Nullable Boolean paused,
      @Nullable Long queued,
      @Nullable Long running) {}

  /** 200 while the database answers, else 503. */
  public void show(Context ctx) {
    Answer answer = look();
    ctx.status(answer.database() ? 200 : 503);
    Json.answer(ctx, answer);
  }

  private Answer look() {
    try {
      return answering();
    } catch (RuntimeException failure) {
      LOG.warn("the database does not answer: {}", failure.getMessage());
      return new Answer("failing", Version.text(), false, null, null, null, null, null);
    }
  }

  private Answer answering() {
    List<Host> hosts = rooms.hosts().all();
    var jobs = rooms.jobs().counts();
    return new Answer(
        "ok",
        Version.text(),
        true,
        (int) hosts.stream().filter(Host::alive).count(),
        hosts.stream().map(Host::seenAt).max(Comparator.naturalOrder()).orElse(null),
        rooms.pause().paused(),
        jobs.getOrDefault(JobState.QUEUED, 0L),
        jobs.getOrDefault(JobState.RUNNING, 0L));
  }
}
