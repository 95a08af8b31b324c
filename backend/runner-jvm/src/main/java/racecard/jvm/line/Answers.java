package racecard.jvm.line;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard output, taken away from everything but the protocol. */
public final class Answers {
  private final OutputStream out;

  private Answers(OutputStream out) {
    this.out = out;
  }

  /** Claims standard output; what anything else prints from now on goes to standard error. */
  public static Answers claim() {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    return new Answers(out);
  }

  /** Sends {@code message} as one line; throws IllegalArgumentException if it is too long. */
  public synchronized void send(Message message) {
    byte[] bytes = (message.json() + "\n").getBytes(StandardCharsets.UTF_8);
    if (bytes.length > Questions.MAX_LINE_BYTES) {
      throw new IllegalArgumentException("an answer of " + bytes.length + " bytes");
    }
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      // Nobody reads any more: whoever started us is gone, and the end of stdin tells the rest.
      System.err.println("Racecard: could not answer: " + e.getMessage());
    }
  }
}
