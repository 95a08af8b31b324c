package racecard.web.page.live;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import racecard.queue.Changes;
import racecard.queue.RunId;
import racecard.run.Run;
import racecard.web.http.Address;
import racecard.web.http.Desk;
import racecard.web.http.Refusal;
import racecard.web.http.Rooms;
import racecard.web.page.Frames;
import racecard.web.page.run.RunView;

/**
 * {@code /runs/{id}/events}: the parts of a run's page as they change, until it is final.
 *
 * <p>Every event holds a whole part as it is now, so whoever comes late or comes back needs no
 * history: it is sent what it cannot have.
 */
public final class RunEvents implements AutoCloseable {
  /** How many pages may follow runs at once. */
  public static final int MOST_WATCHERS = 200;

  private static final Logger LOG = LoggerFactory.getLogger(RunEvents.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long COME_BACK_S = 10;

  private final Rooms rooms;
  private final Desk desk;
  private final Frames frames;
  private final Address address;
  private final Fragments fragments;
  private final Semaphore places = new Semaphore(MOST_WATCHERS);
  private final Map<Watched, Shared> broadcasts = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Sends the parts that {@code view} makes. */
  public RunEvents(Rooms rooms, Desk desk, Frames frames, Address address, RunView view) {
    this.rooms = rooms;
    this.desk = desk;
    this.frames = frames;
    this.address = address;
    this.fragments = new Fragments(view);
  }

  private record Watched(RunId run, String base) {}

  private record Shared(Broadcast broadcast, int watchers) {}

  /** Follows the run until it is final or deleted, the watcher leaves, or the server stops. */
  public void follow(Context ctx) {
    Run run = desk.run(ctx.pathParam("id"));
    String csrf = frames.csrf(ctx);
    if (!places.tryAcquire()) {
      throw Refusal.busy(
          "%d pages follow runs already; this one looks by itself every few seconds."
              .formatted(MOST_WATCHERS),
          COME_BACK_S);
    }
    Watched watched = new Watched(run.id(), address.base(ctx));
    Broadcast broadcast = enter(watched);
    try {
      follow(broadcast, new Watcher(EventStream.open(ctx), csrf), lastSeen(ctx));
    } catch (IOException gone) {
      LOG.debug("a watcher of {} left", run.publicId(), gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // The answer has begun: all that is left is to end it; the browser comes back.
      LOG.error("the events of {} failed", run.publicId(), failure);
    } finally {
      leave(watched);
      places.release();
    }
  }

  /** Ends all streams; browsers come back to the next server by themselves. */
  @Override
  public void close() {
    closed.countDown();
    rooms.queue().changes().tell();
  }

  private void follow(Broadcast broadcast, Watcher watcher, long lastSeen)
      throws IOException, InterruptedException {
    Changes changes = rooms.queue().changes();
    boolean known = false;
    while (closed.getCount() > 0) {
      long seen = changes.count();
      Rendering now = broadcast.now().orElse(null);
      if (now == null) {
        watcher.close();
        return;
      }
      if (!known) {
        watcher.saw(now, lastSeen);
        known = true;
      }
      boolean sent = watcher.send(now);
      if (now.over()) {
        watcher.close();
        return;
      }
      if (sent && closed.await(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      changes.await(seen, LOOK);
    }
  }

  private Broadcast enter(Watched watched) {
    return broadcasts
        .compute(
            watched,
            (key, shared) ->
                shared == null
                    ? new Shared(new Broadcast(rooms, fragments, key.run(), key.base()), 1)
                    : new Shared(shared.broadcast(), shared.watchers() + 1))
        .broadcast();
  }

  private void leave(Watched watched) {
    broadcasts.computeIfPresent(
        watched,
        (key, shared) ->
            shared.watchers() == 1 ? null : new Shared(shared.broadcast(), shared.watchers() - 1));
  }

  private static long lastSeen(Context ctx) {
    String id = ctx.header("Last-Event-ID");
    return id != null && id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
  }
}
