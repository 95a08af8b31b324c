package racecard.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import racecard.Rooms;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.queue.ClaimedJob;
import racecard.queue.FailureKind;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.run.NewRun;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Findings;
import racecard.sample.Histogram;
import racecard.sample.Lane;
import racecard.sample.Latency;
import racecard.sample.LatencyMeasure;
import racecard.sample.Outcome;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.sample.Timeline;
import racecard.sample.Usage;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;
import racecard.statistics.Flag;
import racecard.statistics.Round;
import racecard.statistics.StopRule;

/** Stores a run through the real stores, as a worker would, of rounds whose times a test chose. */
public final class StoredRun {
  /** What every generation notes. */
  static final String FACTS =
      """
      {"host": {"name": "tiny-box", "cores": 2, "memory_bytes": 1, "facts": {"CPU": "Xeon 2.8 GHz"}},
       "nonce": "n", "mixed_steps": null, "origin": null,
       "runtimes": {"jvm": {"version": "25.0.3", "vendor": "Temurin"}},
       "contenders": {"jvm/threads": {"setup_ns": 5, "collector": "Copy", "heap_bytes": 512000000}}}
      """;

  private static final int BLOCKS = 5;
  private static final double NS_PER_MS = 1e6;
  private static final long SPENT_NS = 20_000_000_000L;

  private final Rooms rooms;
  private final Run run;
  private final Map<String, Double> wobbles = new HashMap<>();
  private final Map<String, String> baselines = new HashMap<>();
  private final Map<String, Double> limitsMs = new HashMap<>();
  private final List<String> absent = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();
  private @Nullable ClaimedJob job;
  private final Map<String, Double> cores = new HashMap<>();
  private final Map<String, Long> processes = new HashMap<>();
  private String facts = FACTS;
  private double mostSpeedUp = Double.POSITIVE_INFINITY;
  private long clockNs = 1_000_000;
  private int failingBlocks;

  private StoredRun(Rooms rooms, NewRun request) {
    this.rooms = rooms;
    this.run = rooms.runs.submit(request).run();
  }

  /** A run that waits. */
  public static StoredRun of(Rooms rooms, Plan plan) {
    return labelled(rooms, plan, "", List.of(), "");
  }

  /** A run of several cells that waits; each cell is begun and done by itself. */
  public static StoredRun of(Rooms rooms, Plan plan, Levels levels) {
    List<Long> estimates = Collections.nCopies(levels.count(), 60_000L);
    return new StoredRun(
        rooms, new NewRun(plan, "", List.of(), "", "", null, null, levels, estimates));
  }

  /** A run that waits, with the words of a person. */
  public static StoredRun labelled(
      Rooms rooms, Plan plan, String label, List<String> tags, String note) {
    return new StoredRun(rooms, new NewRun(plan, label, tags, note, "", null, null, 60_000));
  }

  /** 10 tasks of 4 downloads, or of {@code workload}'s defaults, by these contenders. */
  public static Plan plan(Workload workload, @Nullable String baseline, String... contenders) {
    return plan(Parameters.defaults(workload), baseline, contenders);
  }

  /** 10 tasks of this work by these contenders. */
  static Plan plan(Parameters parameters, @Nullable String baseline, String... contenders) {
    return new Plan(
        parameters,
        10,
        10,
        List.of(contenders).stream().map(ContenderName::parse).toList(),
        baseline == null ? null : ContenderName.parse(baseline),
        Precision.BALANCED,
        5,
        120,
        42,
        List.of());
  }

  /** The contender's rounds lie up to twice this share above and below its time. */
  public StoredRun wobbling(String contender, double share) {
    wobbles.put(contender, share);
    return this;
  }

  public StoredRun limitMs(String contender, double ms) {
    limitsMs.put(contender, ms);
    return this;
  }

  /** The contender's rounds use so many cores; half of one unless said otherwise. */
  public StoredRun cores(String contender, double used) {
    cores.put(contender, used);
    return this;
  }

  /** The contender's rounds have so many processes; one unless said otherwise. */
  public StoredRun processes(String contender, long many) {
    processes.put(contender, many);
    return this;
  }

  /** What a runtime says of itself in every generation. */
  public StoredRun runtime(String name, String said) {
    facts = facts.replace("\"runtimes\": {", "\"runtimes\": {\"%s\": %s, ".formatted(name, said));
    return this;
  }

  public StoredRun mostSpeedUp(double most) {
    mostSpeedUp = most;
    return this;
  }

  public StoredRun flag(Flag flag) {
    flags.add(flag);
    return this;
  }

  /** The contender is divided by another than the plan says. */
  public StoredRun divided(String contender, String baseline) {
    baselines.put(contender, baseline);
    return this;
  }

  /** In so many blocks of each further generation the first contender's round fails. */
  public StoredRun failing(int blocks) {
    failingBlocks = blocks;
    return this;
  }

  /** Claims the run's job, or that of its next cell. */
  public StoredRun begin() {
    int before = job == null ? 0 : job.cell();
    job = rooms.queue.claim("owner", "tiny-box").orElseThrow();
    if (job.cell() != before) {
      rounds.clear();
    }
    return this;
  }

  /** The contender was left out before measuring. */
  public StoredRun skipped(String contender, String reason, String remedy) {
    status(contender, Status.SKIPPED, reason, remedy);
    absent.add(contender);
    return this;
  }

  /** Generations of five blocks around these times in milliseconds, each assessed. */
  public StoredRun generations(int count, Map<String, Double> ms) {
    for (int i = 0; i < count; i++) {
      int generation = rounds(ms);
      List<Latency> latencies = new ArrayList<>();
      ms.forEach((contender, time) -> latencies.addAll(latencies(contender, time)));
      rooms.samples.end(job().lease(), generation, latencies);
      ms.forEach((contender, time) -> kept(contender, time, generation));
      rooms.outcomes.keep(job().lease(), Outcome.of(job().cell(), assessment()));
    }
    return this;
  }

  /** A generation that began and never ended. */
  public StoredRun interrupted(Map<String, Double> ms) {
    rounds(ms);
    return this;
  }

  /** The worker stops and hands the job back; another takes it. */
  public StoredRun handedBack() {
    rooms.queue.giveBack(job().lease());
    return begin();
  }

  /** A profiler looked into the contender. */
  public StoredRun profiled(String contender, Findings findings) {
    rooms.profiles.keep(job().lease(), contender, findings);
    return this;
  }

  /** Measuring ended as planned. */
  public Run done() {
    Assessment last = assessment().stopped(StopRule.Reason.SETTLED);
    rooms.queue.finish(
        job().lease(),
        new JobEnd.Done(),
        rooms.outcomes.finishing(run.id(), job().lease(), Outcome.of(job().cell(), last)));
    return now();
  }

  /** A person cancelled it while it ran. */
  public Run cancelled() {
    rooms.queue.cancel(run.id());
    rooms.queue.finish(job().lease(), new JobEnd.Cancelled(), InTransaction.NOTHING);
    return now();
  }

  /** It failed for good. */
  public Run failed(FailureKind kind, String detail) {
    rooms.queue.finish(job().lease(), new JobEnd.Failed(kind, detail), InTransaction.NOTHING);
    return now();
  }

  /** The run as it stands. */
  public Run now() {
    return rooms.runs.find(run.id()).orElseThrow();
  }

  /** The lease under which it is measured. */
  public ClaimedJob job() {
    if (job == null) {
      throw new IllegalStateException("begin it first");
    }
    return job;
  }

  private int rounds(Map<String, Double> times) {
    SequencedMap<String, Double> ms = inOrder(times);
    int generation = rooms.samples.begin(job().lease(), facts).orElseThrow();
    List<Sample> samples = new ArrayList<>();
    ms.forEach((contender, time) ->
        samples.add(
            sample(
                generation, samples.size() + 1, 0, 0, contender, SampleKind.COLD, 3 * time, true)));
    for (int block = 1; block <= BLOCKS; block++) {
      int position = 0;
      for (Map.Entry<String, Double> one : ms.entrySet()) {
        boolean valid = position > 0 || block > failingBlocks;
        double share = wobbles.getOrDefault(one.getKey(), 0.0);
        double time = one.getValue() * (1 + share * away(generation, block));
        samples.add(
            sample(
                generation,
                samples.size() + 1,
                block,
                ++position,
                one.getKey(),
                SampleKind.MEASURED,
                time,
                valid));
        rounds.add(new Round(generation, block, one.getKey(), Math.round(time * NS_PER_MS), valid));
      }
    }
    rooms.samples.append(job().lease(), samples);
    return generation;
  }

  /** How far a round lies from its contender's time: around 0 within, and over, generations. */
  private static double away(int generation, int block) {
    return generation % 3 - 1 + (block - 3) / 2.0;
  }

  private SequencedMap<String, Double> inOrder(Map<String, Double> times) {
    SequencedMap<String, Double> ms = new LinkedHashMap<>();
    for (ContenderName name : run.plan().contenders()) {
      Double time = times.get(name.toString());
      if (time != null) {
        ms.put(name.toString(), time);
      }
    }
    return ms;
  }

  private Sample sample(
      int generation,
      int seq,
      int block,
      int position,
      String contender,
      SampleKind kind,
      double ms,
      boolean valid) {
    long wallNs = Math.round(ms * NS_PER_MS);
    long startedNs = clockNs;
    clockNs += wallNs + 20_000_000;
    return new Sample(
        job().cell(),
        generation,
        seq,
        block,
        position,
        contender,
        kind,
        valid,
        valid ? null : "=1 task failed: \"connection reset\"",
        startedNs,
        wallNs,
        1,
        valid ? "77" : "78",
        new Usage(
            Math.round(wallNs * cores.getOrDefault(contender, 0.5)),
            70_000_000L,
            12L,
            processes.getOrDefault(contender, 1L),
            2_000_000L,
            1L,
            0L,
            30L,
            4L),
        "{\"block\":{\"window_ns\":1000000000,\"foreign_ns\":20000000,\"steal_ns\":0}}");
  }

  private void kept(String contender, double ms, int generation) {
    status(contender, Status.MEASURED, null, null);
    long wallNs = Math.round(ms * NS_PER_MS);
    rooms.timelines.keep(
        job().lease(),
        new Timeline(
            job().cell(),
            contender,
            generation,
            1,
            wallNs,
            10,
            List.of(new Lane(0, 0, 1_000, wallNs, List.of(wallNs / 2, wallNs)))));
  }

  private void status(
      String contender, Status status, @Nullable String reason, @Nullable String remedy) {
    boolean measured = status == Status.MEASURED;
    rooms.outcomes.keep(
        job().lease(),
        new ContenderStatus(
            job().cell(),
            contender,
            status,
            reason,
            remedy,
            measured ? Integer.valueOf(contender.contains("sequential") ? 1 : 10) : null,
            measured ? 1_000_000L : null,
            measured ? 900_000_000L : null,
            "{}"));
  }

  private List<Latency> latencies(String contender, double ms) {
    Histogram tasks =
        new Histogram(
            new TreeMap<>(
                Map.of(Math.round(ms * NS_PER_MS / 2), 300L, Math.round(ms * NS_PER_MS), 200L)));
    return List.of(
        new Latency(job().cell(), contender, LatencyMeasure.SERVICE, tasks),
        new Latency(job().cell(), contender, LatencyMeasure.SINCE_SUBMISSION, tasks));
  }

  private Assessment assessment() {
    List<Integer> complete =
        rooms.samples.generations(run.id()).stream()
            .filter(generation -> generation.cell() == job().cell() && generation.complete())
            .map(generation -> generation.number())
            .toList();
    return Assessment.of(
        rounds.stream().filter(round -> complete.contains(round.generation())).toList(),
        entrants(),
        run.plan().marginPercent(),
        flags,
        SPENT_NS);
  }

  /** The contenders as the worker would compare them. */
  List<Entrant> entrants() {
    return run.plan().contenders().stream()
        .filter(name -> !absent.contains(name.toString()))
        .map(name ->
            new Entrant(
                name.toString(),
                baselines.getOrDefault(name.toString(), run.plan().baselineOf(name).toString()),
                name.control(),
                limitsMs.getOrDefault(name.toString(), 0.0) * NS_PER_MS,
                name.strategy().equals("sequential") ? Double.POSITIVE_INFINITY : mostSpeedUp))
        .toList();
  }
}
