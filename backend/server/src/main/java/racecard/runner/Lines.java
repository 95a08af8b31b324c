package racecard.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of at most 65,536 bytes with their ends, and never keeps more than that. */
final class Lines {
  static final int LONGEST = 65_536;

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST];
  private int from;
  private int to;

  Lines(InputStream in) {
    this.in = in;
  }

  /** A line longer than the protocol allows, or an end within a line. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;
    private final String start;

    Malformed(String message, String start) {
      super(message);
      this.start = start;
    }

    /** How the line begins. */
    String start() {
      return start;
    }
  }

  /** The next line without its end, or null at the end of the stream. */
  @Nullable String next() throws IOException {
    int searched = from;
    while (true) {
      for (int i = searched; i < to; i++) {
        if (buffer[i] == '\n') {
          String line = text(from, i);
          from = i + 1;
          return line;
        }
      }
      searched = to - from;
      makeRoom();
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        return ended();
      }
      to += read;
    }
  }

  private String text(int start, int end) {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  private void makeRoom() throws Malformed {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    if (to == buffer.length) {
      throw new Malformed("sent a line of more than 65,536 bytes", text(0, to));
    }
  }

  private @Nullable String ended() throws Malformed {
    if (to > from) {
      throw new Malformed("ended in the middle of a line", text(from, to));
    }
    return null;
  }
}
