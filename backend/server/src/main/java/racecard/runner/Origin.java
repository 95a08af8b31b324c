package racecard.runner;

import java.time.Duration;
import java.util.List;
import racecard.host.Marker;
import racecard.host.ProcessId;

/** The local HTTP server with a chosen delay, a process of its own. */
public final class Origin implements AutoCloseable {
  private static final String NAME = "The origin";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private final Child child;
  private final Answer.Listening listening;

  private Origin(Child child, Answer.Listening listening) {
    this.child = child;
    this.listening = listening;
  }

  /** Starts the origin. */
  public static Origin start(Installation installation, Marker marker) throws ChildFailed {
    Child child = Child.start(NAME, installation.origin(NAME), marker);
    try {
      return new Origin(
          child, child.receive(Answer.Listening.class, "say `listening`", START_LIMIT));
    } catch (ChildFailed failed) {
      child.close();
      throw failed;
    }
  }

  /** Where it listens, each {@code 127.0.0.1:port}. */
  public List<String> addresses() {
    return listening.addresses();
  }

  /** How many connections it can hold at once. */
  public int maxConnections() {
    return listening.maxConnections();
  }

  /** Its process. */
  public ProcessId process() {
    return child.id();
  }

  /** Sets how it answers, and forgets what was counted. */
  public void configure(OriginSetting setting) throws ChildFailed {
    child.ask(Requests.configure(setting), Answer.Configured.class, ANSWER_LIMIT);
  }

  /** What it did since it was configured or asked last. */
  public OriginStats stats() throws ChildFailed {
    return child.ask(Requests.plain("stats"), OriginStats.class, ANSWER_LIMIT);
  }

  /** Ends it; returns when it is gone. */
  @Override
  public void close() {
    child.close();
  }
}
