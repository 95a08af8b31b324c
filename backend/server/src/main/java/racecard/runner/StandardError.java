package racecard.runner;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads a child's standard error to its end and keeps the last lines. */
final class StandardError {
  private static final int KEPT_LINES = 20;
  private static final int KEPT_LENGTH = 300;
  private static final int PIECE = 4_096;

  private final InputStream in;
  private final Deque<String> last = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  StandardError(InputStream in) {
    this.in = in;
  }

  /** Reads until the stream ends; called on a thread of its own. */
  void drain() {
    byte[] piece = new byte[PIECE];
    try {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        keep(piece, read);
      }
    } catch (IOException ended) {
      keep("(standard error could not be read further)");
    }
  }

  private synchronized void keep(byte[] piece, int length) {
    for (int i = 0; i < length; i++) {
      if (piece[i] == '\n') {
        keep(line.toString());
        line.setLength(0);
      } else if (line.length() < KEPT_LENGTH) {
        line.append(piece[i] < ' ' && piece[i] != '\t' ? '?' : (char) piece[i]);
      }
    }
  }

  private synchronized void keep(String text) {
    if (!text.isBlank()) {
      if (last.size() == KEPT_LINES) {
        last.removeFirst();
      }
      last.addLast(text);
    }
  }

  /** The last lines, oldest first, an unfinished one included. */
  synchronized List<String> lastLines() {
    List<String> lines = new ArrayList<>(last);
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return List.copyOf(lines);
  }
}
