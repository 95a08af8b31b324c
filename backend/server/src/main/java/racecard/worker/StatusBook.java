package racecard.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.queue.FailureKind;
import racecard.runner.Prepared;
import racecard.sample.ContenderStatus;
import racecard.sample.Status;

/** Writes down what became of each contender, and takes out of the field who does not go on. */
final class StatusBook {
  private final int cell;
  private final Ledger ledger;
  private final Field field;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<ContenderName, Fault> seen = new HashMap<>();

  StatusBook(int cell, Ledger ledger, Field field) {
    this.cell = cell;
    this.ledger = ledger;
    this.field = field;
  }

  /** A contender that cannot be measured as asked; the others are. */
  void skip(ContenderName contender, Fault why, @Nullable String remedy) throws Halted {
    boolean missing = why.kind() == FailureKind.RUNNER_MISSING;
    FailureKind kind = missing ? why.kind() : FailureKind.NOTHING_TO_MEASURE;
    leaves(contender, Status.SKIPPED, new Fault(kind, why.reason()), remedy);
  }

  /** A contender that began and is given up. */
  void fail(ContenderName contender, Fault why) throws Halted {
    leaves(contender, Status.FAILED, why, why.kind().remedy());
  }

  /** Notes what went wrong with a contender in a generation; it may do better in the next. */
  void saw(ContenderName contender, Fault fault) {
    seen.put(contender, fault);
  }

  /** What went wrong with a contender last; only its {@code reason} when nobody here saw it. */
  Fault lastSeen(ContenderName contender, String reason) {
    return seen.getOrDefault(contender, new Fault(FailureKind.INTERNAL, reason));
  }

  void measured(Contestant contestant, @Nullable Long coldNs) throws Halted {
    Prepared.Ready ready = contestant.ready();
    ledger.keep(
        new ContenderStatus(
            cell,
            contestant.name().toString(),
            Status.MEASURED,
            null,
            null,
            ready.effectiveInFlight(),
            ready.setupNs(),
            coldNs,
            GenerationFacts.ofChild(contestant)));
  }

  private void leaves(ContenderName contender, Status status, Fault why, @Nullable String remedy)
      throws Halted {
    field.leave(contender);
    faults.add(new Fault(why.kind(), contender + ": " + why.reason()));
    ledger.keep(
        new ContenderStatus(
            cell, contender.toString(), status, why.reason(), remedy, null, null, null, "{}"));
  }

  /**
   * Why the job cannot be measured when nobody is left: what all of them had in common, so that a
   * host that killed every child is tried again.
   */
  JobFailed nobodyLeft() {
    List<FailureKind> kinds = faults.stream().map(Fault::kind).distinct().toList();
    FailureKind kind = kinds.size() == 1 ? kinds.getFirst() : FailureKind.NOTHING_TO_MEASURE;
    String reasons = faults.stream().map(Fault::reason).collect(Collectors.joining("\n"));
    return new JobFailed(new Fault(kind, reasons));
  }
}
