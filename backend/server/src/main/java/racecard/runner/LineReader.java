package racecard.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of at most 65,536 bytes, and never keeps more than that. */
final class LineReader {
  static final int LONGEST_LINE = 65_536;

  private final InputStream in;
  private final byte[] buffer = new byte[LONGEST_LINE];
  private int from;
  private int to;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** A line longer than the protocol allows, or an end within a line. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** The next line without its end, or null at the end of the stream. */
  @Nullable String next() throws IOException {
    int searched = from;
    while (true) {
      for (int i = searched; i < to; i++) {
        if (buffer[i] == '\n') {
          String line = new String(buffer, from, i - from, StandardCharsets.UTF_8);
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

  private void makeRoom() throws Malformed {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    if (to == buffer.length) {
      throw new Malformed("a line is longer than 65,536 bytes");
    }
  }

  private @Nullable String ended() throws Malformed {
    if (to > from) {
      throw new Malformed("the last line has no end");
    }
    return null;
  }
}
