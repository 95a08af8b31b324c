package racecard.web.page.live;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer to one watcher, in the form that a browser's EventSource reads. */
final class EventStream {
  private static final long RETRY_MS = 2_000;

  private final OutputStream out;
  private final StringBuilder pending = new StringBuilder();

  private EventStream(OutputStream out) {
    this.out = out;
  }

  /** Begins the answer, and says after how long to come back when it breaks. */
  static EventStream open(Context ctx) throws IOException {
    HttpServletResponse answer = ctx.res();
    answer.setContentType("text/event-stream");
    answer.setCharacterEncoding("utf-8");
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("X-Accel-Buffering", "no");
    EventStream stream = new EventStream(answer.getOutputStream());
    stream.pending.append("retry: ").append(RETRY_MS).append("\n\n");
    stream.flush();
    return stream;
  }

  /** Adds an event; nothing is sent before {@link #flush}. */
  void add(String name, String data) {
    pending.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> pending.append("data: ").append(line).append('\n'));
    if (data.isEmpty()) {
      pending.append("data:\n");
    }
  }

  /** Ends the event that was added last, with the id that a watcher comes back with. */
  void end(long id) {
    pending.append("id: ").append(id).append('\n');
    end();
  }

  /** Ends the event that was added last; a watcher that comes back gets it again. */
  void end() {
    pending.append('\n');
  }

  /** Adds what no watcher sees, so that a connection that is gone shows itself. */
  void heartbeat() {
    pending.append(": still here\n\n");
  }

  /** Sends what was added; false when that was nothing. */
  boolean flush() throws IOException {
    if (pending.isEmpty()) {
      return false;
    }
    out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    pending.setLength(0);
    return true;
  }
}
