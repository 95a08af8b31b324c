package racecard.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import racecard.catalog.ContenderName;
import racecard.catalog.Strategy;
import racecard.queue.FailureKind;
import racecard.runner.ChildFailed;
import racecard.runner.ChildFailure;
import racecard.runner.Prepared;
import racecard.runner.Runner;

/** Starts and prepares the contenders' children of one generation, or says why they cannot be. */
final class Entrance {
  private static final double NS_PER_S = 1e9;
  private static final double S_PER_MIN = 60;

  private final Bench bench;
  private final StatusBook book;
  private final boolean first;

  /**
   * An entrance to a generation.
   *
   * @param first whether it is the cell's first: who cannot take part in it is skipped, who cannot
   *     any more later is given up
   */
  Entrance(Bench bench, StatusBook book, boolean first) {
    this.bench = bench;
    this.book = book;
    this.first = first;
  }

  /**
   * Starts all at once, since nothing is timed yet, then prepares one after another, which is what
   * a child's set-up time is: adds to {@code contestants} who is ready, and to {@code unstarted}
   * what went wrong.
   */
  void enter(List<ContenderName> contenders, List<Contestant> contestants, List<Ran> unstarted)
      throws Halted {
    for (Started started : started(contenders)) {
      bench.hold().check(); // each may take its whole limit
      switch (started) {
        case Started.Up up -> prepare(up.runner(), contestants, unstarted);
        case Started.Down down -> failed(down.contender(), down.failure(), unstarted);
        case Started.Stopped stopped -> throw new Halted(stopped.why());
      }
    }
  }

  /** What starting a child came to. */
  private sealed interface Started {
    record Up(Runner runner) implements Started {}

    record Down(ContenderName contender, ChildFailure failure) implements Started {}

    record Stopped(Halt why) implements Started {}
  }

  private List<Started> started(List<ContenderName> contenders) {
    try (ExecutorService starts = Executors.newFixedThreadPool(bench.host().cores())) {
      List<CompletableFuture<Started>> all =
          contenders.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> start(one), starts))
              .toList();
      return all.stream().map(CompletableFuture::join).toList();
    }
  }

  private Started start(ContenderName contender) {
    try {
      return new Started.Up(bench.crew().runner(contender));
    } catch (ChildFailed failed) {
      return new Started.Down(contender, failed.failure());
    } catch (Halted halted) {
      return new Started.Stopped(halted.why());
    }
  }

  private void prepare(Runner runner, List<Contestant> contestants, List<Ran> unstarted)
      throws Halted {
    try {
      prepare(runner, contestants);
    } catch (ChildFailed failed) {
      bench.crew().end(runner.process());
      failed(runner.contender(), failed.failure(), unstarted);
    }
  }

  private void failed(ContenderName contender, ChildFailure failure, List<Ran> unstarted)
      throws Halted {
    bench.hold().check(); // we ended it ourselves
    Fault fault = Fault.of(failure);
    if (failure instanceof ChildFailure.Missing && first) {
      book.skip(contender, fault, fault.kind().remedy());
    } else {
      Tried bad = new Tried.Bad(fault, System.nanoTime(), null);
      unstarted.add(new Ran(contender, 0, 0, bad, new LinkedHashMap<>()));
    }
  }

  private void prepare(Runner runner, List<Contestant> contestants) throws ChildFailed, Halted {
    switch (runner.prepare(bench.work())) {
      case Prepared.Ready ready when fits(ready) ->
          contestants.add(new Contestant(bench, runner, ready));
      case Prepared.Ready ready -> refuse(runner, tooFewFiles(ready));
      case Prepared.Refused refused -> refuse(runner, refused);
    }
  }

  private boolean fits(Prepared.Ready ready) {
    LocalOrigin origin = bench.origin();
    return origin == null || ready.effectiveInFlight() <= origin.maxConnections();
  }

  private Prepared.Refused tooFewFiles(Prepared.Ready ready) {
    int wanted = ready.effectiveInFlight() + 200;
    return new Prepared.Refused(
        "TOO_FEW_FILES",
        String.format(
            Locale.ROOT,
            "%,d downloads at once are more than the local origin may have open files for.",
            ready.effectiveInFlight()),
        "Raise the limit with `ulimit -n %d` before starting Racecard, or lower what is in flight."
            .formatted(wanted));
  }

  private void refuse(Runner runner, Prepared.Refused refused) throws Halted {
    bench.crew().end(runner.process());
    Fault fault = new Fault(FailureKind.NOT_ENOUGH_RESOURCES, refused.message());
    if (first) {
      book.skip(runner.contender(), fault, refused.remedy());
    } else {
      book.fail(runner.contender(), fault);
    }
  }

  /** What is said of a contender whose round would be too long. */
  static Fault tooLong(long ns) {
    double seconds = ns / NS_PER_S;
    String length =
        seconds < 2 * S_PER_MIN
            ? String.format(Locale.ROOT, "%.0f s", seconds)
            : String.format(Locale.ROOT, "%,.0f min", seconds / S_PER_MIN);
    return new Fault(
        FailureKind.RUNNER_TIMED_OUT,
        String.format(
            Locale.ROOT,
            "A round would take about %s; rounds of more than %.0f s are not measured.",
            length,
            Trial.LONGEST_NS / NS_PER_S));
  }

  /** What makes a contender's round shorter. */
  static String shorter(ContenderName contender) {
    return Strategy.of(contender.strategy()).oneAtATime()
        ? "Lower the tasks or the input; it executes one task at a time."
        : "Lower the tasks or the input, or raise what may be in flight.";
  }
}
