package racecard.worker;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.host.TreeMemory;
import racecard.runner.ChildFailed;
import racecard.runner.Profiled;
import racecard.runner.Profiler;
import racecard.runner.Runner;
import racecard.sample.Findings;

/** A look into one child while it executes rounds: warmed up first, as measured ones are. */
final class Look {
  // run.Estimate counts it too.
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

  private final Contestant contestant;
  private final Hold hold;
  private int rounds;
  private long wallNs;

  private Look(Contestant contestant, Hold hold) {
    this.contestant = contestant;
    this.hold = hold;
  }

  /** What was found; what goes wrong with the child is said in its place. */
  static Findings into(Contestant contestant, Hold hold) throws Halted, ChildFailed {
    WarmUp.of(contestant, new Pace(hold));
    Fault fault = contestant.fault();
    return fault == null ? new Look(contestant, hold).findings() : Findings.missing(fault.reason());
  }

  private Findings findings() throws Halted, ChildFailed {
    Runner runner = contestant.runner();
    Profiler profiler = runner.profile();
    try (MemoryWatch memory = MemoryWatch.of(runner.process().pid())) {
      Fault fault = rounds();
      if (fault != null) {
        return Findings.missing(fault.reason());
      }
      TreeMemory most = memory.most(); // what the profiler takes to tell what it saw is its own
      return switch (profiler) {
        case Profiler.Looks looks -> found(looks, runner.profiled(), most);
        case Profiler.Missing missing -> unseen(missing, most);
      };
    }
  }

  /** At least one round, and as many as fit. */
  private @Nullable Fault rounds() throws Halted {
    long beganNs = System.nanoTime();
    do {
      hold.check();
      switch (contestant.round()) {
        case Tried.Good good -> {
          rounds++;
          wallNs += good.rounded().wallNs();
        }
        case Tried.Bad bad -> {
          return bad.fault();
        }
      }
    } while (System.nanoTime() - beganNs < LONG_ENOUGH.toNanos());
    return null;
  }

  private Findings found(Profiler.Looks looks, Profiled seen, @Nullable TreeMemory memory) {
    return new Findings(
        looks.name(),
        "",
        rounds,
        wallNs,
        looks.intervalNs(),
        seen.samples(),
        seen.functions().stream()
            .map(one -> new Findings.Function(one.name(), one.count()))
            .toList(),
        seen.events().stream().map(Look::event).toList(),
        seen.allocatedBytes(),
        memory(memory));
  }

  /** Its memory can be looked at from outside all the same. */
  private Findings unseen(Profiler.Missing missing, @Nullable TreeMemory memory) {
    return new Findings(
        "", missing.why(), rounds, wallNs, 0, 0, List.of(), List.of(), null, memory(memory));
  }

  private static Findings.Event event(Profiled.Event one) {
    return new Findings.Event(
        one.kind(), one.count(), one.totalNs(), one.longestNs(), one.example());
  }

  private static Findings.@Nullable Memory memory(@Nullable TreeMemory most) {
    return most == null
        ? null
        : new Findings.Memory(most.pssBytes(), most.rssBytes(), most.processes());
  }
}
