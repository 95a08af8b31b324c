package racecard.web.page.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What one open page has, and what it must still be sent. */
final class Watcher {
  private static final long HEARTBEAT_NS = 15_000_000_000L;
  private static final long NO_ID = -1;
  private static final String CLOSED = "closed";

  private final EventStream stream;
  private final String csrf;
  private final Map<String, String> has = new HashMap<>();
  private long sentNs = System.nanoTime();

  Watcher(EventStream stream, String csrf) {
    this.stream = stream;
    this.csrf = csrf;
  }

  /**
   * The page was here before and saw everything up to {@code eventId}: only progress may differ.
   */
  void saw(Rendering first, long eventId) {
    if (eventId == first.eventId()) {
      has.putAll(first.fragments());
      has.remove("progress");
    }
  }

  /** Sends the fragments that changed, and at times a sign of life; whether any had changed. */
  boolean send(Rendering now) throws IOException {
    SequencedMap<String, String> changed = new LinkedHashMap<>(now.fragments());
    changed.entrySet().removeIf(one -> one.getValue().equals(has.get(one.getKey())));
    if (!changed.isEmpty()) {
      String last = changed.lastEntry().getKey();
      changed.forEach((name, html) -> add(name, html, name.equals(last) ? now.eventId() : NO_ID));
      has.putAll(changed);
    } else if (System.nanoTime() - sentNs > HEARTBEAT_NS) {
      stream.heartbeat();
    }
    flush();
    return !changed.isEmpty();
  }

  /** Says that nothing will follow. */
  void close() throws IOException {
    stream.add(CLOSED, "");
    stream.end();
    stream.flush();
  }

  // Only the last of several carries the id: a page that saw half of them comes back for all.
  private void add(String name, String html, long id) {
    stream.add(name, Fragments.forReader(html, csrf));
    if (id == NO_ID) {
      stream.end();
    } else {
      stream.end(id);
    }
  }

  private void flush() throws IOException {
    if (stream.flush()) {
      sentNs = System.nanoTime();
    }
  }
}
