package racecard.exchange;

import static racecard.exchange.RunFileReader.maybe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.queue.JobId;
import racecard.queue.PastJob;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Histogram;
import racecard.sample.Lane;
import racecard.sample.Latency;
import racecard.sample.LatencyMeasure;
import racecard.sample.Measured;
import racecard.sample.Outcome;
import racecard.sample.Profile;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.sample.Timeline;

/** Reads what a file says was measured, cell by cell. */
final class MeasuredReader {
  static final int GENERATIONS = 100_000;
  // A hundred days, beyond what any round, task or run takes.
  static final long LONGEST_NS = 8_640_000_000_000_000L;
  private static final int ROUNDS = 1_000_000;
  // Of one contender in one cell: five blocks in each of the twelve generations that are measured
  // unasked and of five times the hundred that Measure more adds. A view compares all pairs of
  // them, which are 26 MB.
  static final int COMPARED = 5 * (12 + 5 * 100);
  private static final int LANES = 100_000;
  private static final int STEPS = 1_000;
  private static final int BUCKETS = 100_000;
  private static final long COUNT = 1_000_000_000_000L;

  private final List<PastJob> jobs;
  private final boolean foreign;
  private final Set<String> contenders;
  private final List<Generation> generations = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Integer> compared = new HashMap<>();
  private final List<Measured.OfGeneration> latencies = new ArrayList<>();
  private final List<ContenderStatus> statuses = new ArrayList<>();
  private final List<Timeline> timelines = new ArrayList<>();
  private final List<Measured.CellOutcome> outcomes = new ArrayList<>();
  private final List<Profile> profiles = new ArrayList<>();

  MeasuredReader(List<PastJob> jobs, Plan plan) {
    this.jobs = jobs;
    this.foreign = plan.workload() == Workload.FOREIGN;
    this.contenders =
        plan.contenders().stream().map(ContenderName::toString).collect(Collectors.toSet());
  }

  Measured read(Spot cells) {
    Set<Integer> seen = new HashSet<>();
    for (Spot cell : cells.each(Levels.MOST_CELLS)) {
      once(seen.add(cell.in("cell").count(0, Levels.MOST_CELLS)), cell.in("cell"));
      cell(cell, cell.in("cell").count(0, Levels.MOST_CELLS));
    }
    return new Measured(generations, samples, latencies, statuses, timelines, outcomes, profiles);
  }

  private void cell(Spot spot, int cell) {
    int last = 0;
    compared.clear();
    for (Spot one : spot.in("generations").each(GENERATIONS)) {
      Generation generation = generation(one, cell);
      if (generation.number() <= last) {
        throw one.in("number").wrong("must be larger than the number before");
      }
      last = generation.number();
      generations.add(generation);
      rounds(one, generation);
      latencies(one.in("latencies"), generation);
    }
    each(spot.in("contenders"), one -> statuses.add(status(one, cell)));
    Set<Integer> known = numbers(cell);
    each(spot.in("timelines"), one -> timelines.add(timeline(one, cell, known)));
    spot.maybe("outcome").ifPresent(one -> outcomes.add(outcome(one, cell)));
    // Files of before there were any do not have it.
    spot.maybe("profiles").ifPresent(all -> each(all, one -> profiles.add(profile(one, cell))));
  }

  /** Elements that each speak of another contender. */
  private void each(Spot array, Consumer<Spot> read) {
    Set<String> seen = new HashSet<>();
    for (Spot one : array.each(contenders.size())) {
      once(seen.add(contender(one)), one.in("contender"));
      read.accept(one);
    }
  }

  private static void once(boolean first, Spot spot) {
    if (!first) {
      throw spot.wrong("must not be there twice");
    }
  }

  private Set<Integer> numbers(int cell) {
    return generations.stream()
        .filter(one -> one.cell() == cell)
        .map(Generation::number)
        .collect(Collectors.toSet());
  }

  private Generation generation(Spot spot, int cell) {
    JobId job = job(spot.in("job"));
    long fence = spot.in("fence").whole(0, Long.MAX_VALUE);
    boolean attempted =
        jobs.stream()
            .filter(one -> one.id().equals(job) && one.cell() == cell)
            .flatMap(one -> one.attempts().stream())
            .anyMatch(attempt -> attempt.fence() == fence);
    if (!attempted) {
      throw spot.in("fence").wrong("must be that of an attempt of a job of this cell");
    }
    return new Generation(
        cell,
        spot.in("number").count(1, GENERATIONS),
        job,
        fence,
        spot.in("facts").json(200_000),
        spot.in("started_at").instant(),
        spot.orNull("finished_at", Spot::instant));
  }

  private JobId job(Spot spot) {
    return new JobId(spot.whole(1, jobs.size()));
  }

  private void rounds(Spot spot, Generation generation) {
    RoundReader reader = new RoundReader(generation, contenders);
    for (Spot one : spot.in("rounds").each(ROUNDS)) {
      Sample sample = reader.read(one);
      few(sample, one);
      samples.add(sample);
    }
  }

  private void few(Sample sample, Spot spot) {
    // Those of another tool are never compared in pairs.
    if (!foreign
        && sample.kind() == SampleKind.MEASURED
        && compared.merge(sample.contender(), 1, Integer::sum) > COMPARED) {
      throw spot.wrong(
          String.format(
              Locale.ROOT,
              "must not be there: of %s this cell has %,d measured rounds before it, the most that are compared",
              sample.contender(),
              COMPARED));
    }
  }

  private void latencies(Spot spot, Generation generation) {
    Set<String> seen = new HashSet<>();
    for (Spot one : spot.each(2 * contenders.size())) {
      LatencyMeasure measure = one.in("measure").word(LatencyMeasure::of);
      once(seen.add(contender(one) + " " + measure), one);
      latencies.add(
          new Measured.OfGeneration(
              generation.number(),
              new Latency(
                  generation.cell(), contender(one), measure, histogram(one.in("counts")))));
    }
  }

  private static Histogram histogram(Spot spot) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (Spot bucket : spot.each(BUCKETS)) {
      List<Spot> pair = bucket.each(2);
      if (pair.size() != 2) {
        throw bucket.wrong("must be [nanoseconds, count]");
      }
      long ns = pair.get(0).whole(0, LONGEST_NS);
      if (!counts.isEmpty() && ns <= counts.lastKey()) {
        throw bucket.wrong("must be longer than the bucket before");
      }
      counts.put(ns, pair.get(1).whole(0, COUNT));
    }
    return new Histogram(counts);
  }

  private ContenderStatus status(Spot spot, int cell) {
    Status status = spot.in("status").word(Status::of);
    if ((status == Status.MEASURED) == spot.maybe("reason").isPresent()) {
      throw spot.wrong("must have a reason exactly when it was not measured");
    }
    return new ContenderStatus(
        cell,
        contender(spot),
        status,
        maybe(spot, "reason", 4_000),
        maybe(spot, "remedy", 4_000),
        spot.orNull("effective_in_flight", number -> number.count(0, Integer.MAX_VALUE)),
        spot.orNull("setup_ns", number -> number.whole(0, LONGEST_NS)),
        spot.orNull("cold_ns", number -> number.whole(0, LONGEST_NS)),
        spot.in("facts").json(20_000));
  }

  private Timeline timeline(Spot spot, int cell, Set<Integer> known) {
    int generation = spot.in("generation").count(1, GENERATIONS);
    if (!known.contains(generation)) {
      throw spot.in("generation").wrong("must be one of this cell");
    }
    return new Timeline(
        cell,
        contender(spot),
        generation,
        spot.in("block").count(0, GENERATIONS),
        spot.in("wall_ns").whole(0, LONGEST_NS),
        spot.in("tasks").count(0, Integer.MAX_VALUE),
        spot.in("lanes").each(LANES).stream().map(MeasuredReader::lane).toList());
  }

  private static Lane lane(Spot spot) {
    List<Spot> numbers = spot.each(4 + STEPS);
    if (numbers.size() < 4) {
      throw spot.wrong("must be [task, submitted_ns, started_ns, ended_ns, step ends …]");
    }
    List<Long> ns =
        numbers.stream().skip(1).map(one -> one.whole(-LONGEST_NS, LONGEST_NS)).toList();
    return new Lane(
        numbers.getFirst().count(0, Integer.MAX_VALUE),
        ns.get(0),
        ns.get(1),
        ns.get(2),
        ns.subList(3, ns.size()));
  }

  private Measured.CellOutcome outcome(Spot spot, int cell) {
    Outcome outcome = new AssessmentReader(contenders).outcome(spot, cell);
    return new Measured.CellOutcome(outcome, job(spot.in("job")), spot.in("stored_at").instant());
  }

  private Profile profile(Spot spot, int cell) {
    JobId job = job(spot.in("job"));
    if (jobs.stream().noneMatch(one -> one.id().equals(job) && one.cell() == cell)) {
      throw spot.in("job").wrong("must be a job of this cell");
    }
    return new Profile(
        cell,
        contender(spot),
        job,
        spot.in("taken_at").instant(),
        FindingsReader.read(spot.in("findings")));
  }

  private String contender(Spot spot) {
    return contender(spot.in("contender"), contenders);
  }

  static String contender(Spot spot, Set<String> contenders) {
    String name = spot.text(100);
    if (!contenders.contains(name)) {
      throw spot.wrong("must be a contender of the plan");
    }
    return name;
  }
}
