package racecard.jvm.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lines from whoever started this process, read by a thread of their own so that the end of the
 * stream is noticed while something else is going on.
 */
public final class Questions {
  /** The most bytes of a line, its end included. */
  public static final int MAX_LINE_BYTES = 65_536;

  private static final String TOO_LONG = "\n";

  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final InputStream in;
  private final Runnable atEnd;
  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int length;

  private Questions(InputStream in, Runnable atEnd) {
    this.in = in;
    this.atEnd = atEnd;
  }

  /** Begins to read {@code in}; {@code atEnd} runs once, on the reading thread, when it ends. */
  public static Questions listen(InputStream in, Runnable atEnd) {
    Questions questions = new Questions(in, atEnd);
    Thread thread = new Thread(questions.new Reader(), "stdin");
    thread.setDaemon(true);
    thread.start();
    return questions;
  }

  /**
   * The next line, waiting for it; throws {@link BadMessage} of kind LINE_TOO_LONG when it had no
   * end within the limit.
   */
  public String next() throws InterruptedException {
    String next = lines.take();
    if (next.equals(TOO_LONG)) {
      throw new BadMessage(
          "LINE_TOO_LONG", "A line has more than " + MAX_LINE_BYTES + " bytes without an end.");
    }
    return next;
  }

  private void read() {
    byte[] bytes = new byte[8192];
    try {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        accept(bytes, count);
      }
    } catch (IOException e) {
      // A broken pipe is an end like any other.
    }
    atEnd.run();
  }

  private void accept(byte[] bytes, int count) {
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        append(bytes, from, i);
        lines.add(length < MAX_LINE_BYTES ? text() : TOO_LONG);
        length = 0;
        from = i + 1;
      }
    }
    append(bytes, from, count);
    if (length == MAX_LINE_BYTES) {
      lines.add(TOO_LONG);
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int taken = Math.min(to - from, MAX_LINE_BYTES - length);
    System.arraycopy(bytes, from, line, length, taken);
    length += taken;
  }

  private String text() {
    return new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8);
  }

  // Not a lambda: linking the first one of a process takes as long as ten classes do.
  private final class Reader implements Runnable {
    @Override
    public void run() {
      read();
    }
  }
}
