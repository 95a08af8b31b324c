package racecard.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import racecard.host.Marker;

/** A short command with nothing on its standard input, a time limit, and an end to what is read. */
final class Command {
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration LOOK = Duration.ofMillis(100);
  // By which it is found and ended when this process was killed.
  private static final Marker MARKER = Marker.of("runtimes");

  private Command() {}

  /** What came of it. */
  sealed interface Result {
    /** It ended by itself with status 0. */
    record Done(String output) implements Result {}

    /**
     * It did not; {@code why} is a sentence without its subject, as {@code ended with status 1}.
     */
    record Failed(String why, String output) implements Result {}
  }

  /**
   * Runs it to its end; standard error goes with the output where {@code both}. What it started
   * ends with it, also when the calling thread is interrupted, which then stays so.
   */
  static Result run(List<String> command, boolean both, Duration limit) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Inherited.clean(builder.environment());
    MARKER.into(builder.environment());
    if (both) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    try {
      return watch(builder.start(), limit);
    } catch (IOException notStarted) {
      return new Result.Failed("could not be started: " + notStarted.getMessage(), "");
    }
  }

  private static Result watch(Process process, Duration limit) throws IOException {
    process.getOutputStream().close();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .name("output of " + process.pid())
            .start(() -> read(process.getInputStream(), output));
    try {
      long deadline = System.nanoTime() + limit.toNanos();
      while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > deadline) {
          return failed("did not end within %d s".formatted(limit.toSeconds()), output);
        }
        if (output.size() > MOST_BYTES) {
          return failed("said more than 1 MiB", output);
        }
      }
      reader.join(LOOK);
      int status = process.exitValue();
      return status == 0
          ? new Result.Done(text(output))
          : failed("ended with status " + status, output);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return failed("was stopped", output);
    } finally {
      end(process);
    }
  }

  private static void read(InputStream from, ByteArrayOutputStream into) {
    byte[] buffer = new byte[8_192];
    try (from) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        if (into.size() <= MOST_BYTES) {
          into.write(buffer, 0, read);
        }
      }
    } catch (IOException closed) {
      // the process was ended: what was read stands
    }
  }

  private static void end(Process process) {
    try (Stream<ProcessHandle> started = process.descendants()) {
      List<ProcessHandle> all = started.toList();
      process.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static Result failed(String why, ByteArrayOutputStream output) {
    return new Result.Failed(why, text(output));
  }

  private static String text(ByteArrayOutputStream output) {
    return output.toString(StandardCharsets.UTF_8);
  }
}
