package racecard.jvm.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One response, read piece by piece as its bytes arrive. */
public final class Response {
  private static final int MAX_HEAD_BYTES = 65_536;
  private static final int MAX_HEX_DIGITS = 12;

  private enum Part {
    STATUS_LINE,
    HEADERS,
    BODY,
    BODY_TO_THE_END,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    DONE
  }

  private final ResponseHead head = new ResponseHead();
  private final Body body = new Body();
  private Part part = Part.STATUS_LINE;
  private byte[] line = new byte[256];
  private int lineLength;
  private int headBytes;
  private long bodyLeft;
  private boolean ended;

  /**
   * Takes all bytes; returns whether the response is complete. Throws {@link HttpError} if it is
   * not a good answer with status 200.
   */
  public boolean accept(ByteBuffer bytes) throws HttpError {
    while (bytes.hasRemaining() && part != Part.DONE) {
      switch (part) {
        case BODY, CHUNK, BODY_TO_THE_END -> body(bytes);
        case STATUS_LINE, HEADERS, CHUNK_SIZE, CHUNK_END, TRAILERS, DONE -> line(bytes);
      }
    }
    if (bytes.hasRemaining()) {
      throw new HttpError("more bytes than the answer should have");
    }
    return part == Part.DONE;
  }

  /** Ends a body that goes on to the end of the connection; throws if anything is missing. */
  public void end() throws HttpError {
    if (part != Part.BODY_TO_THE_END && part != Part.DONE) {
      boolean nothing = part == Part.STATUS_LINE && lineLength == 0;
      String where = nothing ? "before an answer" : "after " + body.length() + " bytes of body";
      throw new HttpError("the connection was closed " + where);
    }
    part = Part.DONE;
    ended = true;
  }

  /** Whether the connection may be used for the next request. */
  public boolean keepAlive() {
    return head.keepAlive() && !ended;
  }

  /** The body's bytes as one number plus their count, modulo 2^61 − 1. */
  public long value() {
    return body.value();
  }

  private void body(ByteBuffer bytes) {
    int count = (int) Math.min(bytes.remaining(), bodyLeft);
    body.accept(bytes, count);
    bodyLeft -= count;
    if (bodyLeft == 0) {
      part = part == Part.CHUNK ? Part.CHUNK_END : Part.DONE;
    }
  }

  private void line(ByteBuffer bytes) throws HttpError {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        endOfLine();
        return;
      }
      append(next);
    }
  }

  private void append(byte next) throws HttpError {
    if (++headBytes > MAX_HEAD_BYTES) {
      throw new HttpError("more than 64 KiB of head");
    }
    if (lineLength == line.length) {
      line = Arrays.copyOf(line, 2 * lineLength);
    }
    line[lineLength++] = next;
  }

  private void endOfLine() throws HttpError {
    int length = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
    String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
    lineLength = 0;
    switch (part) {
      case STATUS_LINE -> {
        head.statusLine(text);
        part = Part.HEADERS;
      }
      case HEADERS -> {
        if (text.isEmpty()) {
          endOfHead();
        } else {
          head.header(text);
        }
      }
      case CHUNK_SIZE -> chunkSize(text);
      case CHUNK_END -> chunkEnd(text);
      case TRAILERS -> part = text.isEmpty() ? Part.DONE : Part.TRAILERS;
      case BODY, BODY_TO_THE_END, CHUNK, DONE -> throw new IllegalStateException(part.name());
    }
  }

  private void endOfHead() throws HttpError {
    if (head.status() == 100) {
      part = Part.STATUS_LINE;
      return;
    }
    if (head.status() != 200) {
      throw new HttpError("answered with status " + head.status() + " where 200 was expected");
    }
    if (head.chunked()) {
      part = Part.CHUNK_SIZE;
    } else if (head.contentLength() == ResponseHead.UNKNOWN) {
      bodyLeft = Long.MAX_VALUE;
      part = Part.BODY_TO_THE_END;
    } else {
      bodyLeft = head.contentLength();
      part = bodyLeft == 0 ? Part.DONE : Part.BODY;
    }
  }

  private void chunkEnd(String text) throws HttpError {
    if (!text.isEmpty()) {
      throw new HttpError("a chunk longer than it said");
    }
    part = Part.CHUNK_SIZE;
  }

  private void chunkSize(String text) throws HttpError {
    int semicolon = text.indexOf(';');
    String digits = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
    try {
      bodyLeft = digits.length() > MAX_HEX_DIGITS ? -1 : Long.parseLong(digits, 16);
    } catch (NumberFormatException e) {
      bodyLeft = -1;
    }
    if (bodyLeft < 0) {
      throw new HttpError("not the size of a chunk: `" + ResponseHead.shortened(text) + "`");
    }
    headBytes = 0;
    part = bodyLeft == 0 ? Part.TRAILERS : Part.CHUNK;
  }
}
