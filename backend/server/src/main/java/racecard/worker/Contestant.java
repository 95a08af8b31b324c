package racecard.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.host.CoreWait;
import racecard.queue.FailureKind;
import racecard.runner.ChildFailed;
import racecard.runner.Prepared;
import racecard.runner.Rounded;
import racecard.runner.Runner;

/** A contender's child in one generation: asks it for rounds and checks what it answers. */
final class Contestant {
  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(30);
  private static final int LIMIT_FACTOR = 5;
  private static final int MOST_EXECUTIONS = 1_000_000;
  // A round must be 100 ms long; the rest is room for one that is quicker than those before it.
  private static final double WANTED_NS = 115e6;

  private final Bench bench;
  private final Runner runner;
  private final Prepared.Ready ready;
  private final List<Ran> counted = new ArrayList<>();
  private long expectedNs;
  private long quickestNs = Long.MAX_VALUE;
  private int asked;
  private int repeats = 1;
  private @Nullable Fault fault;

  Contestant(Bench bench, Runner runner, Prepared.Ready ready) {
    this.bench = bench;
    this.runner = runner;
    this.ready = ready;
    this.expectedNs = bench.expectedNs().getOrDefault(runner.contender(), 0L);
  }

  ContenderName name() {
    return runner.contender();
  }

  Runner runner() {
    return runner;
  }

  Prepared.Ready ready() {
    return ready;
  }

  /** How long each thread of its child has waited for a core until now. */
  CoreWait coreWait() {
    return CoreWait.read(runner.process().pid());
  }

  /** How often a round executes the N tasks. */
  int repeats() {
    return repeats;
  }

  /** How long a round is expected to be, repeats included. */
  long roundNs() {
    return expectedNs * repeats;
  }

  /** Why it takes no further part in this generation; null while it does. */
  @Nullable Fault fault() {
    return fault;
  }

  /**
   * Asks for a round. A failed one ends its part in this generation and its child at once, so that
   * it cannot disturb the others; the next generation gives it a fresh one.
   */
  Tried round() throws Halted {
    long beganNs = System.nanoTime();
    Tried tried;
    try {
      tried = judged(runner.round(++asked, repeats, limit()), beganNs);
    } catch (ChildFailed failed) {
      bench.hold().check(); // we ended it ourselves
      tried = new Tried.Bad(Fault.of(failed.failure()), beganNs, null);
    }
    switch (tried) {
      case Tried.Good round -> took(round.wallNs());
      case Tried.Bad bad -> drop(bad.fault());
    }
    return tried;
  }

  private void took(long ns) {
    expectedNs = ns;
    quickestNs = Math.min(quickestNs, ns);
  }

  private void drop(Fault why) {
    fault = why;
    bench.crew().end(runner.process());
  }

  private Duration limit() {
    Duration expected = Duration.ofNanos(expectedNs * repeats).multipliedBy(LIMIT_FACTOR);
    return expected.compareTo(SHORTEST_LIMIT) > 0 ? expected : SHORTEST_LIMIT;
  }

  private Tried judged(Rounded rounded, long beganNs) {
    if (rounded.errors() > 0) {
      String reason =
          String.format(
              Locale.ROOT,
              "%,d of %,d tasks failed, the first: %s",
              rounded.errors(),
              bench.plan().tasks() * repeats,
              rounded.firstError());
      return new Tried.Bad(new Fault(bench.errorKind(), reason), beganNs, rounded);
    }
    String right = bench.answer().of(repeats);
    if (!rounded.checksum().equals(right)) {
      String reason = "Its checksum was %s where %s is right.".formatted(rounded.checksum(), right);
      return new Tried.Bad(new Fault(FailureKind.WRONG_ANSWER, reason), beganNs, rounded);
    }
    return new Tried.Good(rounded);
  }

  /** The number of the round that was asked for last. */
  int lastRound() {
    return asked;
  }

  /**
   * Repeats the tasks so often that a round is long enough to be timed, by the quickest so far. It
   * is settled in each generation's warm-up anew and stays for its blocks; times are of N tasks, so
   * rounds with other repeats compare.
   */
  void fitRepeats() {
    long wanted = (long) Math.ceil(WANTED_NS / Math.max(1, quickestNs));
    repeats = Math.clamp(wanted, 1, Math.max(1, MOST_EXECUTIONS / bench.plan().tasks()));
  }

  /** Notes a round of a block that counts. */
  void counts(Ran round) {
    counted.add(round);
  }

  /** The rounds of blocks that count. */
  List<Ran> counted() {
    return List.copyOf(counted);
  }
}
