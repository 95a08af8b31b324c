package racecard.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Writes messages to a child, which may refuse to read them. */
final class Outbox {
  private final OutputStream out;

  Outbox(OutputStream out) {
    this.out = out;
  }

  /** What became of a message. */
  enum Sent {
    SENT,
    /** The child has closed its standard input or ended. */
    NOBODY_READS,
    /** The child did not read it in time. */
    TOO_SLOW,
    /** The message is longer than the protocol allows. */
    TOO_LONG
  }

  Sent send(JsonNode message, Duration limit) throws InterruptedException {
    byte[] line = (message + "\n").getBytes(StandardCharsets.UTF_8);
    if (line.length > Lines.LONGEST) {
      return Sent.TOO_LONG;
    }
    CompletableFuture<Sent> sent = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> sent.complete(write(line)));
    try {
      return sent.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException pipeFull) {
      return Sent.TOO_SLOW;
    } catch (ExecutionException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private Sent write(byte[] line) {
    try {
      out.write(line);
      out.flush();
      return Sent.SENT;
    } catch (IOException gone) {
      return Sent.NOBODY_READS;
    }
  }

  /** Ends the child's standard input, which ends the child. */
  void close() {
    try {
      out.close();
    } catch (IOException gone) {
      // It was closed from the other side: that is what was wanted.
      return;
    }
  }
}
