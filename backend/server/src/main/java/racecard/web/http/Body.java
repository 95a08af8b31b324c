package racecard.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body, read once and never more of it than is allowed where it was sent. */
public final class Body {
  /** The largest body that is read anywhere but where files come in. */
  public static final int LIMIT_BYTES = 1 << 20;

  // So much beyond is read and thrown away: a client that still sends cannot read an answer.
  private static final int DRAIN_BYTES = 8 << 20;
  private static final String KEY = "racecard.body";

  private Body() {}

  /** Reads the body of the request ahead of its route; refuses one above so many bytes. */
  public static void read(Context ctx, int limitBytes) {
    try (InputStream in = ctx.req().getInputStream()) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      byte[] part = new byte[16_384];
      long seen = 0;
      long drained = (long) limitBytes + DRAIN_BYTES;
      for (int length = in.read(part); length > 0 && seen < drained; length = in.read(part)) {
        seen += length;
        kept.write(part, 0, seen <= limitBytes ? length : 0);
      }
      if (seen > limitBytes) {
        throw Refusal.of(
            413,
            "The body is larger than %d MiB, which is the most that is read."
                .formatted(limitBytes >> 20));
      }
      ctx.attribute(KEY, kept.toByteArray());
    } catch (IOException broken) {
      throw Refusal.unreadable("The body ended before it was complete.");
    }
  }

  /** Whether the request had none. */
  public static boolean empty(Context ctx) {
    return of(ctx).length == 0;
  }

  /** What {@link #read} kept. */
  public static byte[] of(Context ctx) {
    byte[] body = ctx.attribute(KEY);
    return body == null ? new byte[0] : body;
  }
}
