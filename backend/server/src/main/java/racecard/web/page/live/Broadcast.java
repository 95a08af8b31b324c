package racecard.web.page.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.queue.RunId;
import racecard.run.Run;
import racecard.web.http.Rooms;

/** One run, rendered at most once a second however many watch it. */
final class Broadcast {
  private static final long SECOND_NS = 1_000_000_000L;
  // Words such as "about 40 s left" grow old even when nothing happens.
  private static final long RENDER_AGAIN_NS = 5 * SECOND_NS;

  private final Rooms rooms;
  private final Fragments fragments;
  private final RunId run;
  private final String base;
  private @Nullable Rendering last;
  private long lookedNs;
  private long lookedAtChange;
  private long renderedNs;

  Broadcast(Rooms rooms, Fragments fragments, RunId run, String base) {
    this.rooms = rooms;
    this.fragments = fragments;
    this.run = run;
    this.base = base;
  }

  /** The run as it stands; empty once it was deleted. */
  synchronized Optional<Rendering> now() {
    long now = System.nanoTime();
    long change = rooms.queue().changes().count();
    boolean looked = change == lookedAtChange && now - lookedNs < SECOND_NS;
    if (last != null && (looked || now - renderedNs < SECOND_NS)) {
      return Optional.of(last);
    }
    lookedNs = now;
    lookedAtChange = change;
    return look(now);
  }

  private Optional<Rendering> look(long now) {
    // Asked first: what is rendered afterwards shows this event or more.
    long eventId = rooms.events().last(run);
    if (last != null && eventId == last.eventId() && now - renderedNs < RENDER_AGAIN_NS) {
      return Optional.of(last);
    }
    last = rooms.runs().find(run).map(found -> render(found, eventId)).orElse(null);
    renderedNs = now;
    return Optional.ofNullable(last);
  }

  private Rendering render(Run found, long eventId) {
    return new Rendering(eventId, fragments.of(found, base), found.state().isFinal());
  }
}
