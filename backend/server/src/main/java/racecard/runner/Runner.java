package racecard.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import racecard.catalog.ContenderName;
import racecard.host.Marker;
import racecard.host.ProcessId;

/** The child that executes the rounds of one contender. */
public final class Runner implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration PREPARE_LIMIT = Duration.ofSeconds(60);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private final ContenderName contender;
  private final Child child;
  private final RuntimeFacts facts;

  private Runner(ContenderName contender, Child child, RuntimeFacts facts) {
    this.contender = contender;
    this.child = child;
    this.facts = facts;
  }

  /** Starts the child of {@code contender}. */
  public static Runner start(Installation installation, ContenderName contender, Marker marker)
      throws ChildFailed {
    return start(contender, installation.runner(name(contender), contender), marker);
  }

  static Runner start(ContenderName contender, List<String> command, Marker marker)
      throws ChildFailed {
    Child child = Child.start(name(contender), command, marker);
    try {
      Answer.Hello hello = child.receive(Answer.Hello.class, "say `hello`", START_LIMIT);
      if (hello.protocol() != Requests.PROTOCOL) {
        throw child.broken(
            "speaks version %d of the protocol where %d is spoken here: build both again"
                .formatted(hello.protocol(), Requests.PROTOCOL),
            null);
      }
      return new Runner(
          contender, child, new RuntimeFacts(hello.runtime(), hello.version(), hello.factsJson()));
    } catch (ChildFailed failed) {
      child.close();
      throw failed;
    }
  }

  private static String name(ContenderName contender) {
    return "The runner of " + contender;
  }

  /** The contender whose rounds it executes. */
  public ContenderName contender() {
    return contender;
  }

  /** What the child said of its runtime. */
  public RuntimeFacts facts() {
    return facts;
  }

  /** The child's process. */
  public ProcessId process() {
    return child.id();
  }

  /** Creates what the strategy keeps between rounds; after a refusal it may be asked again. */
  public Prepared prepare(Work work) throws ChildFailed {
    return child.ask(Requests.prepare(contender.strategy(), work), Prepared.class, PREPARE_LIMIT);
  }

  /**
   * Executes the tasks {@code repeats} times and records their time stamps.
   *
   * @param round any number that this child was not given before
   */
  public Rounded round(int round, int repeats, Duration limit) throws ChildFailed {
    Rounded rounded = child.ask(Requests.round(round, repeats), Rounded.class, limit);
    if (rounded.round() != round || rounded.repeats() != repeats || rounded.wallNs() <= 0) {
      throw child.broken(
          "answered round %d, %d times, with round %d, %d times, in %d ns"
              .formatted(round, repeats, rounded.round(), rounded.repeats(), rounded.wallNs()),
          null);
    }
    return rounded;
  }

  /** At most {@code most} tasks of a recorded round, evenly chosen, in their order. */
  public RoundTimeline timeline(int round, int most) throws ChildFailed {
    Answer.TimelinePiece piece = piece(round, 0);
    int total = piece.total();
    int shown = Math.min(most, total);
    List<TaskTimes> chosen = new ArrayList<>();
    for (int lane = 0; lane < shown; lane++) {
      int task = (int) ((long) lane * total / shown);
      if (task >= piece.from() + piece.tasks().size()) {
        piece = piece(round, task);
      }
      chosen.add(piece.tasks().get(task - piece.from()));
    }
    return new RoundTimeline(total, chosen);
  }

  private Answer.TimelinePiece piece(int round, int from) throws ChildFailed {
    Answer.TimelinePiece piece =
        child.ask(Requests.timeline(round, from), Answer.TimelinePiece.class, ANSWER_LIMIT);
    boolean empty = piece.tasks().isEmpty() && piece.total() > from;
    if (piece.round() != round || piece.from() != from || empty) {
      throw child.broken("answered `timeline` with another piece than was asked for", null);
    }
    return piece;
  }

  /** How many tasks of the recorded {@code rounds} took how long, by the middle of their bucket. */
  public SortedMap<Long, Long> latency(LatencyOf of, List<Integer> rounds) throws ChildFailed {
    SortedMap<Long, Long> counts = new TreeMap<>();
    int from = 0;
    int total = 1;
    while (from < total) {
      Answer.LatencyPiece piece =
          child.ask(
              Requests.latency(of.id(), rounds, from), Answer.LatencyPiece.class, ANSWER_LIMIT);
      total = piece.total();
      piece
          .buckets()
          .forEach(bucket -> counts.merge(Buckets.middle(bucket[0]), bucket[1], Long::sum));
      from += piece.buckets().size();
      if (piece.buckets().isEmpty() && from < total) {
        throw child.broken("answered `latency` with an empty piece", null);
      }
    }
    return counts;
  }

  /** Has the child look into itself; from then on its rounds are no measure of time. */
  public Profiler profile() throws ChildFailed {
    return switch (child.ask(Requests.plain("profile"), Answer.ToProfile.class, ANSWER_LIMIT)) {
      case Answer.Profiling looks -> new Profiler.Looks(looks.profiler(), looks.intervalNs());
      case Answer.Failed failed -> new Profiler.Missing(missing(failed));
    };
  }

  /** A runner that does not know the message is one without a profiler. */
  private static String missing(Answer.Failed failed) {
    return failed.kind().equals("BAD_MESSAGE")
        ? "the runner of this runtime has no profiler"
        : failed.message();
  }

  /** What the child saw since {@link #profile}; it looks no more. */
  public Profiled profiled() throws ChildFailed {
    return child.ask(Requests.plain("profile_end"), Profiled.class, PREPARE_LIMIT);
  }

  /** How many steps of {@code mixed} this runtime does in {@code cpuNs} on one thread. */
  public long calibrate(long cpuNs) throws ChildFailed {
    return child.ask(Requests.calibrate(cpuNs), Answer.Calibrated.class, PREPARE_LIMIT).steps();
  }

  /** Asks for nothing: the cost of the protocol itself. */
  public void ping() throws ChildFailed {
    child.ask(Requests.plain("ping"), Answer.Pong.class, ANSWER_LIMIT);
  }

  /** Ends the child and everything it started; returns when it is gone. */
  @Override
  public void close() {
    child.close();
  }
}
