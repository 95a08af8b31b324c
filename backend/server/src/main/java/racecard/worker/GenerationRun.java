package racecard.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.host.Sockets;
import racecard.queue.FailureKind;
import racecard.statistics.StopRule;

/**
 * One generation: fresh children for everybody in the field, warm-up, then blocks.
 *
 * <p>What a contender does wrong makes its block invalid and ends its part in the generation; the
 * others go on. It is given up at once for a wrong answer that is surely wrong, and by {@link
 * Measurement} when it failed in a second generation.
 */
final class GenerationRun {
  private static final int CROWDED = 10_000;
  private static final int MOST_WAITS = 70; // TIME_WAIT lasts a minute
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(35);

  private final Bench bench;
  private final Field field;
  private final StatusBook book;
  private final CellRecord before;
  private final int left;
  private final long spentNs;
  private final Pace pace;
  private final SpinWatch spins = new SpinWatch();
  private final List<Contestant> contestants = new ArrayList<>();
  private final List<Ran> unstarted = new ArrayList<>();
  private long beganNs;

  /**
   * A generation after {@code before}, the first of {@code left} that are expected; {@code spentNs}
   * were spent on those before.
   */
  GenerationRun(
      Bench bench, Field field, StatusBook book, CellRecord before, int left, long spentNs) {
    this.bench = bench;
    this.field = field;
    this.book = book;
    this.before = before;
    this.left = left;
    this.spentNs = spentNs;
    this.pace = new Pace(bench.hold());
  }

  /** Measures it and keeps its rounds; it counts once it is complete. */
  void measure() throws Halted, JobFailed {
    waitForSockets();
    beganNs = System.nanoTime();
    try {
      new Entrance(bench, book, first()).enter(field.entering(), contestants, unstarted);
      if (!contestants.isEmpty() || !unstarted.isEmpty()) {
        begun(bench.ledger().begin(GenerationFacts.json(bench, contestants)));
      }
    } finally {
      noteFaults();
      bench.crew().end(contestants.stream().map(one -> one.runner().process()).toList());
    }
  }

  private void begun(int generation) throws Halted, JobFailed {
    SampleSheet sheet = new SampleSheet(bench.cell(), generation);
    ProgressTeller teller = teller(generation);
    bench.ledger().append(sheet.warmUp(unstarted));
    for (Contestant contestant : contestants) {
      teller.say(0, contestant.name());
      warmUp(contestant, sheet);
    }
    int blocks = blocks(System.nanoTime() - beganNs);
    teller.plans(blocks, racing().size());
    teller.expects(blocks * blockNs());
    for (int block = 1; block <= blocks && !racing().isEmpty(); block++) {
      new BlockRun(bench, pace, spins, teller, sheet, generation, block).run(racing());
      giveUpTheWrong();
    }
    if (!racing().isEmpty()) {
      new GenerationEnd(bench, generation, racing()).keep();
    }
  }

  private void warmUp(Contestant contestant, SampleSheet sheet) throws Halted, JobFailed {
    List<Ran> rounds = WarmUp.of(contestant, pace);
    bench.ledger().append(sheet.warmUp(rounds));
    Fault fault = contestant.fault();
    if (fault != null) {
      blameTheOrigin();
    }
    if (fault != null && first() && fault.kind() == FailureKind.RUNNER_TIMED_OUT) {
      book.skip(contestant.name(), tooLong(fault), fault.kind().remedy());
    } else if (first() && contestant.roundNs() > Trial.LONGEST_NS) {
      book.skip(
          contestant.name(),
          Entrance.tooLong(contestant.roundNs()),
          Entrance.shorter(contestant.name()));
    } else if (fault == null) {
      book.measured(contestant, coldNs(rounds));
    }
    giveUpTheWrong();
  }

  /** Ends the job when the origin is gone: no contender is to be given up for that. */
  private void blameTheOrigin() throws Halted, JobFailed {
    LocalOrigin origin = bench.origin();
    if (origin != null) {
      origin.forget(bench.hold());
    }
  }

  private static Fault tooLong(Fault timedOut) {
    return new Fault(timedOut.kind(), "Its first round took too long: " + timedOut.reason());
  }

  private static @Nullable Long coldNs(List<Ran> rounds) {
    return rounds.getFirst().tried() instanceof Tried.Good good ? good.wallNs() : null;
  }

  private void giveUpTheWrong() throws Halted {
    for (Contestant contestant : contestants) {
      Fault fault = contestant.fault();
      if (fault != null
          && fault.kind() == FailureKind.WRONG_ANSWER
          && bench.answerIsSure()
          && field.races(contestant.name())) {
        book.fail(contestant.name(), fault);
      }
    }
  }

  private void noteFaults() {
    for (Contestant contestant : contestants) {
      Fault fault = contestant.fault();
      if (fault != null) {
        book.saw(contestant.name(), fault);
      }
    }
    for (Ran ran : unstarted) {
      if (ran.tried() instanceof Tried.Bad bad) {
        book.saw(ran.contender(), bad.fault());
      }
    }
  }

  /** Who takes part in the next block. */
  private List<Contestant> racing() {
    return contestants.stream()
        .filter(one -> one.fault() == null && field.races(one.name()))
        .toList();
  }

  private boolean first() {
    return before.complete().isEmpty();
  }

  private ProgressTeller teller(int generation) {
    int complete = before.complete().size();
    long eachNs = complete == 0 ? 0 : spentNs / complete;
    ProgressTeller teller =
        new ProgressTeller(bench.ledger(), generation, before.validRounds(), left, beganNs, eachNs);
    teller.plans(
        before.blocks().orElse(bench.plan().precision().blocks()), field.entering().size());
    return teller;
  }

  /**
   * As many blocks as the cell's generations before had; else as the precision has, or for balanced
   * three where more would not fit the fewest generations into the budget.
   */
  private int blocks(long warmUpNs) {
    return before.blocks().orElseGet(() -> fitting(warmUpNs));
  }

  private int fitting(long warmUpNs) {
    Plan plan = bench.plan();
    int wanted = plan.precision().blocks();
    long neededNs = StopRule.FEWEST_GENERATIONS * (warmUpNs + wanted * blockNs());
    boolean tooMany =
        plan.precision() == Precision.BALANCED
            && neededNs > Duration.ofSeconds(plan.budgetS()).toNanos();
    return tooMany ? Precision.QUICK.blocks() : wanted;
  }

  private long blockNs() {
    return racing().stream().mapToLong(one -> one.roundNs() + REST.toNanos()).sum();
  }

  private void waitForSockets() throws Halted {
    boolean downloads = bench.origin() != null || !bench.plan().targets().isEmpty();
    for (int i = 0; downloads && i < MOST_WAITS && Sockets.waiting() > CROWDED; i++) {
      bench.hold().rest(WAIT);
    }
  }
}
