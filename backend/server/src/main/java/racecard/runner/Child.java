package racecard.runner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import racecard.host.Marker;
import racecard.host.ProcessId;
import racecard.runner.AnswerReader.NotAnAnswer;
import racecard.runner.ChildFailure.Broken;
import racecard.runner.ChildFailure.Missing;
import racecard.runner.ChildFailure.TimedOut;
import racecard.runtime.Inherited;
import tools.jackson.databind.JsonNode;

/** A child process, asked one thing at a time, each with a limit. */
final class Child implements AutoCloseable {
  private static final Duration GOODBYE_LIMIT = Duration.ofSeconds(1);
  private static final Duration TERMINATION_LIMIT = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int SHOWN = 120;

  private final String name;
  private final Process process;
  private final ProcessId id;
  private final Inbox inbox;
  private final Outbox outbox;
  private final StandardError stderr;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.id = ProcessId.of(process.pid()).orElseGet(() -> new ProcessId(process.pid(), ""));
    this.inbox = new Inbox(process.getInputStream());
    this.outbox = new Outbox(process.getOutputStream());
    this.stderr = new StandardError(process.getErrorStream());
    // Platform threads: one that is blocked in a pipe would keep a carrier of virtual ones busy.
    Thread.ofPlatform().daemon().name("stdout of " + name).start(inbox::fill);
    Thread.ofPlatform().daemon().name("stderr of " + name).start(stderr::drain);
  }

  /** Starts {@code command}; {@code name} begins sentences about it, as in "The origin". */
  static Child start(String name, List<String> command, Marker marker) throws ChildFailed {
    ProcessBuilder builder = new ProcessBuilder(command);
    Inherited.clean(builder.environment());
    marker.into(builder.environment());
    try {
      return new Child(name, builder.start());
    } catch (IOException failure) {
      throw new ChildFailed(new Missing(name, String.valueOf(failure.getMessage())));
    }
  }

  ProcessId id() {
    return id;
  }

  /** Sends a message and gives its answer, which must be an {@code A}. */
  <A extends Answer> A ask(JsonNode message, Class<A> answer, Duration limit) throws ChildFailed {
    String due = "answer `" + message.path("type").asString("") + "`";
    nothingUnasked();
    long begin = System.nanoTime();
    send(message, due, limit);
    return receive(answer, due, limit, begin);
  }

  /** The next message, which must be an {@code A}. */
  <A extends Answer> A receive(Class<A> wanted, String due, Duration limit) throws ChildFailed {
    return receive(wanted, due, limit, System.nanoTime());
  }

  private <A extends Answer> A receive(Class<A> wanted, String due, Duration limit, long begin)
      throws ChildFailed {
    String line = nextLine(due, limit, begin);
    Answer answer = read(line);
    if (wanted.isInstance(answer)) {
      return wanted.cast(answer);
    }
    if (answer instanceof Answer.Failed failed) {
      throw broken("did not %s: %s: %s".formatted(due, failed.kind(), failed.message()), null);
    }
    throw broken("sent another message than the one that was due to " + due, line);
  }

  /** A failure of this child that only its caller can see. */
  ChildFailed broken(String why, @Nullable String line) {
    String shown = line == null || line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    return new ChildFailed(new Broken(name, why, shown, stderr.lastLines()));
  }

  private void nothingUnasked() throws ChildFailed {
    if (inbox.waiting() instanceof Inbox.Line line) {
      throw broken("said something that nobody had asked for", line.text());
    }
  }

  private void send(JsonNode message, String due, Duration limit) throws ChildFailed {
    try {
      switch (outbox.send(message, limit)) {
        case SENT, NOBODY_READS -> {} // what it said last tells more than the closed pipe
        case TOO_SLOW -> throw timedOut(due, limit);
        case TOO_LONG -> throw broken("cannot be asked to %s: too long".formatted(due), null);
      }
    } catch (InterruptedException stopped) {
      throw interrupted(due, limit);
    }
  }

  private String nextLine(String due, Duration limit, long begin) throws ChildFailed {
    return switch (next(due, limit, begin)) {
      case Inbox.Line line -> line.text();
      case Inbox.Unreadable bad -> throw broken(bad.why(), bad.start());
      case Inbox.End() -> throw ended();
    };
  }

  private Inbox.Received next(String due, Duration limit, long begin) throws ChildFailed {
    long deadline = begin + limit.toNanos();
    try {
      while (true) {
        long leftNs = deadline - System.nanoTime();
        boolean alive = process.isAlive();
        Inbox.Received next = inbox.next(Duration.ofNanos(Math.clamp(leftNs, 0, LOOK.toNanos())));
        if (next != null) {
          return next;
        }
        if (!alive) {
          // It is gone, and something that it started holds its standard output open.
          return new Inbox.End();
        }
        if (leftNs <= 0) {
          throw timedOut(due, limit);
        }
      }
    } catch (InterruptedException stopped) {
      throw interrupted(due, limit);
    }
  }

  private Answer read(String line) throws ChildFailed {
    try {
      return AnswerReader.read(line);
    } catch (NotAnAnswer notOne) {
      throw broken(String.valueOf(notOne.getMessage()), line);
    }
  }

  private ChildFailed timedOut(String due, Duration limit) {
    return new ChildFailed(new TimedOut(name, due, limit, stderr.lastLines()));
  }

  private ChildFailed interrupted(String due, Duration limit) {
    Thread.currentThread().interrupt();
    return timedOut(due, limit);
  }

  private ChildFailed ended() {
    if (!exits(GOODBYE_LIMIT)) {
      return broken("closed its standard output and went on", null);
    }
    return new ChildFailed(Crash.of(name, process.exitValue(), stderr.lastLines()));
  }

  /** Says goodbye, then ends it and everything it started; returns when it is gone. */
  @Override
  public void close() {
    List<ProcessHandle> started;
    try (Stream<ProcessHandle> all = process.descendants()) {
      started = all.toList();
    }
    goodbye();
    if (!exits(GOODBYE_LIMIT)) {
      process.destroy();
      if (!exits(TERMINATION_LIMIT)) {
        process.destroyForcibly();
        exits(GOODBYE_LIMIT);
      }
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private void goodbye() {
    try {
      outbox.send(Requests.plain("bye"), TERMINATION_LIMIT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    outbox.close();
  }

  private boolean exits(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return true;
    }
  }
}
