package racecard.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;

/** One block: every contender once, in an order drawn anew; kept as a whole when it has ended. */
final class BlockRun {
  private final Bench bench;
  private final Pace pace;
  private final SpinWatch spins;
  private final ProgressTeller teller;
  private final SampleSheet sheet;
  private final int generation;
  private final int block;
  private final List<Ran> ran = new ArrayList<>();

  BlockRun(
      Bench bench,
      Pace pace,
      SpinWatch spins,
      ProgressTeller teller,
      SampleSheet sheet,
      int generation,
      int block) {
    this.bench = bench;
    this.pace = pace;
    this.spins = spins;
    this.teller = teller;
    this.sheet = sheet;
    this.generation = generation;
    this.block = block;
  }

  /** Executes it; what was measured before a stop is kept too. */
  void run(List<Contestant> racing) throws Halted, JobFailed {
    LocalOrigin origin = bench.origin();
    if (origin != null) {
      origin.forget(bench.hold());
    }
    Map<String, @Nullable Long> before = spins.around("before");
    NoiseWatch watch = NoiseWatch.begin();
    try {
      rounds(racing);
    } catch (Halted halted) {
      keep(watch.soFar());
      throw halted;
    }
    Map<String, @Nullable Long> around = watch.soFar();
    around.putAll(before);
    around.putAll(spins.around("after"));
    try {
      if (origin != null) {
        origin.into(around, bench.hold());
      }
    } finally {
      keep(around);
    }
  }

  private void rounds(List<Contestant> racing) throws Halted {
    for (ContenderName name : BlockOrder.of(bench.plan(), generation, block)) {
      Optional<Contestant> next = racing.stream().filter(one -> one.name().equals(name)).findAny();
      if (next.isPresent()) {
        teller.say(block, name);
        round(next.get());
      }
    }
  }

  private void round(Contestant contestant) throws Halted {
    Ran round = pace.round(contestant, ran.size() + 1);
    ran.add(round);
    if (round.tried() instanceof Tried.Good) {
      contestant.counts(round);
      teller.counts(1);
    }
  }

  private void keep(Map<String, @Nullable Long> around) throws Halted {
    bench.ledger().append(sheet.block(block, ran, around));
  }
}
