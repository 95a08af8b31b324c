package racecard.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.sample.ContenderStatus;
import racecard.sample.Histogram;
import racecard.sample.Latency;
import racecard.sample.LatencyMeasure;
import racecard.sample.Profile;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.sample.Timeline;
import racecard.statistics.Effect;
import racecard.statistics.Entrant;
import racecard.statistics.Placing;

/** Gathers what is stored of each contender of a run. */
final class Results {
  private final Stored stored;
  private final List<Compared> compared;
  private final Marks marks;
  private final Checksums checksums;

  Results(Stored stored, List<Compared> compared) {
    this.stored = stored;
    this.compared = compared;
    this.marks = new Marks(stored.samples());
    this.checksums = new Checksums(stored.samples());
  }

  List<ContenderResult> all() {
    return stored.plan().contenders().stream().map(this::one).toList();
  }

  private ContenderResult one(ContenderName contender) {
    String name = contender.toString();
    ContenderStatus status = status(name).orElse(null);
    Placing placing = placing(name).orElse(null);
    List<Sample> rounds =
        stored.samples().stream().filter(sample -> sample.contender().equals(name)).toList();
    List<Sample> counted = rounds.stream().filter(marks::counts).toList();
    ContenderState state = state(status, placing);
    return new ContenderResult(
        name,
        stored.names().label(name),
        baseline(contender),
        contender.control(),
        state,
        placing,
        reason(state, status, placing),
        status == null ? null : status.remedy(),
        checksums.of(rounds),
        checksums.correct(rounds),
        counted.size(),
        measured(rounds) - counted.size(),
        status == null ? null : status.effectiveInFlight(),
        status == null ? null : status.coldNs(),
        status == null ? null : status.setupNs(),
        efficiency(name, placing),
        Medians.of(counted),
        marks.of(rounds),
        timeline(name),
        latency(name, LatencyMeasure.SINCE_SUBMISSION),
        latency(name, LatencyMeasure.SERVICE),
        profile(name));
  }

  private ContenderState state(@Nullable ContenderStatus status, @Nullable Placing placing) {
    if (status != null && status.status() == Status.SKIPPED) {
      return ContenderState.SKIPPED;
    }
    if (status != null && status.status() == Status.FAILED) {
      return ContenderState.FAILED;
    }
    if (placing != null && placing.rounds() > 0) {
      return stored.provisional() ? ContenderState.PROVISIONAL : ContenderState.MEASURED;
    }
    return stored.run().state().isFinal() ? ContenderState.SKIPPED : ContenderState.WAITING;
  }

  private static @Nullable String reason(
      ContenderState state, @Nullable ContenderStatus status, @Nullable Placing placing) {
    if (status != null && status.reason() != null) {
      return status.reason();
    }
    if (placing != null && placing.reason() != null) {
      return placing.reason();
    }
    return state == ContenderState.SKIPPED ? "the run ended before it was measured" : null;
  }

  private @Nullable Double efficiency(String name, @Nullable Placing placing) {
    Entrant entrant = stored.entrant(name).orElse(null);
    if (entrant == null || placing == null || placing.medianNs() == null) {
      return null;
    }
    if (entrant.limitNs() > 0) {
      return entrant.limitNs() / placing.medianNs();
    }
    Effect effect = placing.effect();
    return effect == null || Double.isInfinite(entrant.mostSpeedUp())
        ? null
        : effect.speedUp() / entrant.mostSpeedUp();
  }

  private String baseline(ContenderName contender) {
    return stored
        .entrant(contender.toString())
        .map(Entrant::baseline)
        .orElseGet(() -> stored.plan().baselineOf(contender).toString());
  }

  private Optional<ContenderStatus> status(String name) {
    return stored.statuses().stream().filter(one -> one.contender().equals(name)).findFirst();
  }

  private Optional<Placing> placing(String name) {
    return compared.stream()
        .flatMap(one -> one.assessment().comparison().placing(name).stream())
        .findFirst();
  }

  private @Nullable Timeline timeline(String name) {
    return stored.timelines().stream()
        .filter(one -> one.contender().equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Profile profile(String name) {
    return stored.profiles().stream()
        .filter(one -> one.contender().equals(name))
        .findFirst()
        .orElse(null);
  }

  private Histogram latency(String name, LatencyMeasure measure) {
    return stored.latencies().stream()
        .filter(one -> one.contender().equals(name) && one.measure() == measure)
        .map(Latency::histogram)
        .reduce(Histogram.EMPTY, Histogram::plus);
  }

  private static int measured(List<Sample> rounds) {
    return (int) rounds.stream().filter(sample -> sample.kind() == SampleKind.MEASURED).count();
  }
}
