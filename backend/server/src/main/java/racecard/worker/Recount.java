package racecard.worker;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.queue.ClaimedJob;
import racecard.queue.Lease;
import racecard.queue.PastJob;
import racecard.queue.RunId;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Measured;
import racecard.sample.Sample;
import racecard.sample.Status;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;
import tools.jackson.databind.json.JsonMapper;

/** Decides again what a cell came to, from what is kept of it and by what decided it then. */
public final class Recount {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PastJob job;
  private final int cell;
  private final CellRecord record;
  private final List<ContenderStatus> statuses;

  private Recount(PastJob job, int cell, CellRecord record, List<ContenderStatus> statuses) {
    this.job = job;
    this.cell = cell;
    this.record = record;
    this.statuses = statuses;
  }

  /**
   * The assessment of {@code kept}'s cell.
   *
   * @param job the one that {@code kept} names
   * @param kept says when it was decided, how long had been measured, and whether that was the end:
   *     all that rounds do not tell
   */
  public static Assessment of(PastJob job, Measured measured, Measured.CellOutcome kept) {
    int cell = kept.outcome().cell();
    List<Generation> then = complete(measured, cell, kept.storedAt());
    Set<Integer> numbers = then.stream().map(Generation::number).collect(Collectors.toSet());
    List<Sample> samples =
        measured.samples().stream().filter(one -> numbers.contains(one.generation())).toList();
    List<ContenderStatus> statuses =
        measured.statuses().stream().filter(one -> one.cell() == cell).toList();
    return new Recount(job, cell, CellRecord.of(cell, then, samples), statuses)
        .assess(kept.outcome().assessment());
  }

  private static List<Generation> complete(Measured measured, int cell, Instant until) {
    return measured.generations().stream()
        .filter(one -> one.cell() == cell && ended(one, until))
        .toList();
  }

  private static boolean ended(Generation generation, Instant until) {
    Instant finished = generation.finishedAt();
    return finished != null && !finished.isAfter(until);
  }

  private Assessment assess(Assessment kept) {
    ClaimedJob claimed =
        new ClaimedJob(
            new Lease(job.id(), job.fence(), ""),
            new RunId(0),
            cell,
            job.planJson(),
            job.addGenerations(),
            job.attempt(),
            job.maxAttempts());
    Plan plan = claimed.plan();
    Judge judge = new Judge(claimed, plan, cores());
    Assessment again = judge.assess(record, field(plan, kept), kept.spentNs());
    return kept.stop() == null
        ? again
        : judge.stop(record, again).map(again::stopped).orElse(again);
  }

  /** Who was given up after this was kept is in it still. */
  private Field field(Plan plan, Assessment kept) {
    Field field = new Field(plan);
    Set<String> entrants = kept.entrants().stream().map(Entrant::name).collect(Collectors.toSet());
    statuses.stream()
        .filter(one -> one.status() != Status.MEASURED)
        .filter(one -> !entrants.contains(one.contender()))
        .map(one -> ContenderName.parse(one.contender()))
        .forEach(field::leave);
    return field;
  }

  /** The cores that the last generation noted. */
  private int cores() {
    return record.generations().stream()
        .map(one -> JSON.readTree(one.factsJson()).path("host").path("cores").asInt(0))
        .reduce(0, (before, last) -> last);
  }
}
