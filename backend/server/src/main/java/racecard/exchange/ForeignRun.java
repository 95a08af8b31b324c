package racecard.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.queue.Attempt;
import racecard.queue.AttemptEnding;
import racecard.queue.JobId;
import racecard.queue.JobState;
import racecard.queue.PastJob;
import racecard.run.Imported;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Measured;
import racecard.sample.Outcome;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.sample.Usage;

/**
 * Makes a run of what another tool measured: a contender for each benchmark, a generation for each
 * of its processes. No two contenders share a block, since none were measured in turns.
 */
final class ForeignRun {
  private static final int CONTENDERS = 60;
  // As many as a file of Racecard holds, so that what was read can be handed on.
  private static final int ROUNDS = 30_000;
  private static final int NOTE = 10_000;
  private static final long FENCE = 1;
  // Times are kept in whole nanoseconds: those of N executions keep six digits.
  private static final double FINE_NS = 1e6;
  private static final int MOST_TASKS = 1_000_000_000;
  private static final JobId JOB = new JobId(1);

  private final Foreign foreign;
  private final Instant at;
  private final int tasks;
  private final SequencedMap<String, Foreign.Benchmark> contenders = new LinkedHashMap<>();
  private final List<Generation> generations = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  private ForeignRun(Foreign foreign, Instant at) {
    this.foreign = foreign;
    this.at = at;
    this.tasks = tasks(foreign);
    Slugs slugs = new Slugs();
    foreign
        .benchmarks()
        .forEach(one -> contenders.put(foreign.tool() + "/" + slugs.of(one.name()), one));
  }

  /** A time in a file, which is above 0 and no longer than anybody waits. */
  static double time(double ns, Spot spot) {
    if (!(ns > 0 && ns <= MeasuredReader.LONGEST_NS)) {
      throw spot.wrong("must be a time above 0 and below 100 days");
    }
    return ns;
  }

  /** The run, read {@code at} that time from the file at {@code root}. */
  static RunFile of(Foreign foreign, Spot root, Instant at) {
    if (foreign.benchmarks().isEmpty() || foreign.benchmarks().size() > CONTENDERS) {
      throw root.wrong(
          "has %d benchmarks; a run has 1 to %d contenders"
              .formatted(foreign.benchmarks().size(), CONTENDERS));
    }
    if (rounds(foreign) > ROUNDS) {
      throw root.wrong(
          String.format(
              Locale.ROOT, "has %,d times; a run has at most %,d", rounds(foreign), ROUNDS));
    }
    for (Foreign.Benchmark one : foreign.benchmarks()) {
      if (one.processes().stream().allMatch(process -> process.timesNs().isEmpty())) {
        throw root.wrong("has no time for " + one.name());
      }
    }
    return new ForeignRun(foreign, at.truncatedTo(ChronoUnit.MICROS)).run();
  }

  private static int rounds(Foreign foreign) {
    return foreign.benchmarks().stream()
        .flatMap(one -> one.processes().stream())
        .mapToInt(process -> process.warmUpsNs().size() + process.timesNs().size())
        .sum();
  }

  private static int tasks(Foreign foreign) {
    double shortest = times(foreign, Foreign.InProcess::timesNs).min().orElse(FINE_NS);
    double longest =
        Math.max(
            times(foreign, Foreign.InProcess::warmUpsNs).max().orElse(0),
            times(foreign, Foreign.InProcess::timesNs).max().orElse(0));
    int tasks = 1;
    while (shortest * tasks < FINE_NS
        && tasks < MOST_TASKS
        && longest * tasks * 10 <= MeasuredReader.LONGEST_NS) {
      tasks *= 10;
    }
    return tasks;
  }

  private static DoubleStream times(
      Foreign foreign, Function<Foreign.InProcess, List<Double>> which) {
    return foreign.benchmarks().stream()
        .flatMap(one -> one.processes().stream())
        .flatMap(process -> which.apply(process).stream())
        .mapToDouble(ns -> ns);
  }

  private RunFile run() {
    contenders.forEach((name, benchmark) ->
        benchmark.processes().stream()
            .filter(process -> !process.timesNs().isEmpty())
            .forEach(process -> add(name, process)));
    Plan plan = plan();
    return new RunFile(
        "",
        "",
        "",
        new Imported(foreign.tool(), foreign.version(), "", "", "", at),
        "",
        List.of(),
        note(),
        "",
        at,
        plan,
        Levels.NONE,
        List.of(job(plan)),
        new Measured(
            generations,
            samples,
            List.of(),
            contenders.keySet().stream().map(ForeignRun::status).toList(),
            List.of(),
            List.of(outcome()),
            List.of()));
  }

  private void add(String contender, Foreign.InProcess process) {
    int number = generations.size() + 1;
    generations.add(new Generation(0, number, JOB, FENCE, facts(), at, at));
    int seq = 0;
    for (double ns : process.warmUpsNs()) {
      samples.add(sample(contender, number, ++seq, 0, SampleKind.WARM_UP, ns));
    }
    int block = 0;
    for (double ns : process.timesNs()) {
      samples.add(sample(contender, number, ++seq, ++block, SampleKind.MEASURED, ns));
    }
  }

  private Sample sample(
      String contender, int generation, int seq, int block, SampleKind kind, double ns) {
    return new Sample(
        0,
        generation,
        seq,
        block,
        block == 0 ? 0 : 1,
        contender,
        kind,
        true,
        null,
        0,
        Math.max(1, Math.round(ns * tasks)),
        1,
        null,
        Usage.UNKNOWN,
        Document.JSON.writeValueAsString(Document.JSON.createObjectNode().put("ns", ns)));
  }

  private String facts() {
    var facts = Document.JSON.createObjectNode();
    if (!foreign.host().isEmpty()) {
      facts.putObject("host").put("name", foreign.host());
    }
    facts
        .putObject("runtimes")
        .putObject(foreign.tool())
        .put("vendor", foreign.tool())
        .put("version", foreign.version());
    return Document.JSON.writeValueAsString(facts);
  }

  private Plan plan() {
    List<ContenderName> names = contenders.keySet().stream().map(ContenderName::parse).toList();
    return new Plan(
        Parameters.defaults(Workload.FOREIGN),
        tasks,
        1,
        names,
        names.getFirst(),
        Precision.QUICK,
        5,
        120,
        0,
        List.of());
  }

  private PastJob job(Plan plan) {
    return new PastJob(
        JOB,
        0,
        PlanJson.write(plan),
        0,
        "foreign",
        0,
        JobState.DONE,
        0,
        null,
        1,
        1,
        at,
        host(),
        FENCE,
        null,
        at,
        at,
        at,
        null,
        null,
        null,
        List.of(
            new Attempt(
                JOB, FENCE, 1, "", foreign.host(), at, at, AttemptEnding.DONE, null, null)));
  }

  private @Nullable String host() {
    return foreign.host().isEmpty() ? null : foreign.host();
  }

  private static ContenderStatus status(String contender) {
    return new ContenderStatus(0, contender, Status.MEASURED, null, null, null, null, null, "{}");
  }

  private Measured.CellOutcome outcome() {
    return new Measured.CellOutcome(
        Outcome.of(0, Untold.assessment(List.copyOf(contenders.keySet()), samples)), JOB, at);
  }

  /** What each contender is called by its tool. */
  private String note() {
    StringBuilder note = new StringBuilder();
    contenders.forEach((name, one) -> {
      if (!name.endsWith("/" + one.name() + one.detail())) {
        note.append(name.substring(name.indexOf('/') + 1))
            .append(": ")
            .append(one.name().replaceAll("\\R", " "))
            .append(one.detail().isEmpty() ? "" : " – " + one.detail().replaceAll("\\R", " "))
            .append('\n');
      }
    });
    int end = Math.min(NOTE, note.length());
    boolean half = end == NOTE && Character.isHighSurrogate(note.charAt(end - 1));
    return note.substring(0, half ? end - 1 : end).strip();
  }
}
