package racecard.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A child process and the lines that go back and forth: one request, one answer, each with a limit.
 */
final class Child implements AutoCloseable {
  /** What a measured child must not inherit, because it changes what is measured. */
  private static final Set<String> DROPPED =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration GOODBYE_LIMIT = Duration.ofSeconds(1);
  private static final int UNREAD_LINES = 16;
  private static final int KEPT_STDERR_LINES = 20;

  private final String name;
  private final Process process;
  private final OutputStream in;
  private final BlockingQueue<Received> received = new ArrayBlockingQueue<>(UNREAD_LINES);
  private final Deque<String> stderr = new ArrayDeque<>();

  /** A line, the end of all lines, or why reading stopped. */
  private record Received(@Nullable String line, @Nullable String broken) {}

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.in = process.getOutputStream();
    Thread.ofVirtual().name(name + "-stdout").start(this::readLines);
    Thread.ofVirtual().name(name + "-stderr").start(this::readStderr);
  }

  /** Starts {@code command}; {@code marker} lets a later worker recognise what was left. */
  static Child start(String name, List<String> command, String marker) throws ChildFailure {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(DROPPED);
    environment.put("RACECARD_JOB", marker);
    try {
      return new Child(name, builder.start());
    } catch (IOException e) {
      throw new ChildFailure(
          ChildFailure.Kind.MISSING, "%s could not be started: %s".formatted(name, e.getMessage()));
    }
  }

  private void readLines() {
    LineReader lines = new LineReader(process.getInputStream());
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        received.put(new Received(line, null));
      }
      received.put(new Received(null, null));
    } catch (LineReader.Malformed malformed) {
      // What is left in the pipe is of no use; the next request finds out why.
      received.offer(new Received(null, malformed.getMessage()));
    } catch (IOException | InterruptedException ended) {
      received.offer(new Received(null, null));
    }
  }

  private void readStderr() {
    LineReader lines = new LineReader(process.getErrorStream());
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        keep(line);
      }
    } catch (IOException endless) {
      discard();
    }
  }

  private void discard() {
    try {
      process.getErrorStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException ended) {
      keep("(stderr ended)");
    }
  }

  private synchronized void keep(String line) {
    if (stderr.size() == KEPT_STDERR_LINES) {
      stderr.removeFirst();
    }
    stderr.addLast(line.length() <= 500 ? line : line.substring(0, 500) + "…");
  }

  private synchronized String lastWords() {
    return stderr.isEmpty() ? "" : " It last wrote: " + String.join(" | ", stderr);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Sends a message and returns its answer, which must have the type {@code answer}. */
  JsonNode ask(JsonNode message, String answer, Duration limit) throws ChildFailure {
    return ask(message, List.of(answer), limit);
  }

  /** Sends a message and returns its answer, which must have one of the types {@code answers}. */
  JsonNode ask(JsonNode message, List<String> answers, Duration limit) throws ChildFailure {
    send(message);
    return receive(answers, limit);
  }

  private void send(JsonNode message) throws ChildFailure {
    try {
      in.write((JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      throw ended();
    }
  }

  /** The next message, which must have the type {@code type}. */
  JsonNode receive(String type, Duration limit) throws ChildFailure {
    return receive(List.of(type), limit);
  }

  private JsonNode receive(List<String> types, Duration limit) throws ChildFailure {
    String due = String.join("` or `", types);
    JsonNode message = next(due, limit);
    String found = message.path("type").asString("");
    if (found.equals("failed")) {
      throw broken(
          "answered %s: %s"
              .formatted(message.path("kind").asString("?"), message.path("message").asString("")));
    }
    if (!types.contains(found)) {
      throw broken("answered `%s` where `%s` was due".formatted(found, due));
    }
    return message;
  }

  private JsonNode next(String due, Duration limit) throws ChildFailure {
    Received next = poll(limit);
    if (next == null) {
      throw new ChildFailure(
          ChildFailure.Kind.TIMED_OUT,
          "%s did not send `%s` within %d s.%s"
              .formatted(name, due, limit.toSeconds(), lastWords()));
    }
    if (next.broken() != null) {
      throw broken("sent a line that cannot be read: " + next.broken());
    }
    if (next.line() == null) {
      throw ended();
    }
    return parse(next.line());
  }

  private @Nullable Received poll(Duration limit) throws ChildFailure {
    try {
      return received.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChildFailure(
          ChildFailure.Kind.TIMED_OUT, name + " was stopped while it was waited for");
    }
  }

  private JsonNode parse(String line) throws ChildFailure {
    try {
      JsonNode message = JSON.readTree(line);
      if (message.isObject()) {
        return message;
      }
    } catch (JacksonException notJson) {
      // said below, with the line itself
    }
    String shown = line.length() <= 80 ? line : line.substring(0, 80) + "…";
    throw broken("wrote `%s` to standard output, which is for messages only".formatted(shown));
  }

  private ChildFailure broken(String what) {
    return new ChildFailure(
        ChildFailure.Kind.PROTOCOL_BROKEN, "%s %s.%s".formatted(name, what, lastWords()));
  }

  private ChildFailure ended() {
    try {
      if (!process.waitFor(GOODBYE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return broken("closed its standard output and went on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int status = process.isAlive() ? -1 : process.exitValue();
    String cause =
        status == 137
            ? " It was probably killed for memory: ask for fewer tasks in flight, or give the host more."
            : "";
    return new ChildFailure(
        ChildFailure.Kind.CRASHED,
        "%s ended with exit status %d.%s%s".formatted(name, status, cause, lastWords()));
  }

  /** Says goodbye, then ends it and everything it started; returns when it is gone. */
  @Override
  public void close() {
    List<ProcessHandle> started;
    try (Stream<ProcessHandle> all = process.descendants()) {
      started = all.toList();
    }
    closeStdin();
    if (!exits(GOODBYE_LIMIT)) {
      process.destroyForcibly();
      exits(GOODBYE_LIMIT);
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private void closeStdin() {
    try {
      in.close();
    } catch (IOException alreadyGone) {
      keep("(stdin was closed)");
    }
  }

  private boolean exits(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
