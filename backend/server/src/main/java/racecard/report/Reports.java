package racecard.report;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import racecard.catalog.Plan;
import racecard.queue.Job;
import racecard.queue.JobId;
import racecard.queue.Jobs;
import racecard.queue.RunId;
import racecard.queue.WaitingLine;
import racecard.run.Imported;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.LatencyStore;
import racecard.sample.Outcome;
import racecard.sample.OutcomeStore;
import racecard.sample.ProfileStore;
import racecard.sample.Sample;
import racecard.sample.SampleStore;
import racecard.sample.TimelineStore;
import racecard.statistics.Assessment;
import racecard.statistics.Flag;

/** Reads what is stored of runs and says what it came to. */
public final class Reports {
  private final Shelves shelves;
  private final Stages stages;

  /**
   * Where runs are stored.
   *
   * @param lanes how many hosts have a living worker
   */
  public record Shelves(
      Jobs jobs,
      WaitingLine line,
      SampleStore samples,
      TimelineStore timelines,
      LatencyStore latencies,
      OutcomeStore outcomes,
      ProfileStore profiles,
      IntSupplier lanes) {}

  /** Reports on what {@code shelves} hold; {@code clock} tells what takes too long. */
  public Reports(Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.stages = new Stages(shelves, clock);
  }

  /** Everything that is to be shown of a run, or of the first cell of several. */
  public RunReport of(Run run) {
    return of(run, 0);
  }

  /** Everything that is to be shown of one cell of a run. */
  public RunReport of(Run run, int cell) {
    return Reporting.report(read(run, cell), stages);
  }

  /** What a run of several cells came to over all of them. */
  public Sweep sweep(Run run) {
    List<Job> jobs = shelves.jobs().ofRun(run.id());
    return new Sweeping(run, jobs, shelves.outcomes().of(run.id()))
        .sweep(
            stages.of(run, jobs),
            shelves.samples().rounds(run.id()),
            shelves.samples().generations(run.id()));
  }

  /** Where a run stands; reads nothing of what was measured. */
  public Stage stage(Run run) {
    return stages.of(run, shelves.jobs().ofRun(run.id()));
  }

  /** Each of these runs in one line, in the same order; asks a fixed number of questions. */
  public List<RunSummary> summaries(List<Run> runs) {
    List<RunId> ids = runs.stream().map(Run::id).toList();
    Map<RunId, List<Outcome>> outcomes = shelves.outcomes().of(ids);
    Map<RunId, String> hosts = shelves.jobs().hosts(ids);
    return runs.stream()
        .map(run ->
            summary(
                run, outcomes.getOrDefault(run.id(), List.of()), hosts.getOrDefault(run.id(), "")))
        .toList();
  }

  /** What each of these runs that were measured here says of each rule, in the same order. */
  public Map<Rule, List<Ruled>> rules(List<Run> all) {
    List<Run> runs = all.stream().filter(run -> run.imported() == null).toList();
    List<RunId> ids = runs.stream().map(Run::id).toList();
    Map<RunId, List<Outcome>> outcomes = shelves.outcomes().of(ids);
    Map<RunId, String> hosts = shelves.jobs().hosts(ids);
    Map<Rule, List<Ruled>> ruled = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) {
      ruled.put(
          rule,
          runs.stream()
              .filter(run -> run.levels().none())
              .flatMap(run ->
                  outcomes.getOrDefault(run.id(), List.of()).stream()
                      .limit(1)
                      .map(Outcome::assessment)
                      .flatMap(found ->
                          Rules.of(rule, run, found, hosts.getOrDefault(run.id(), "")).stream()))
              .toList());
    }
    return ruled;
  }

  /** Every round of a run, in the order they were measured. */
  public List<Sample> rounds(Run run) {
    return shelves.samples().of(run.id());
  }

  /** What a run measures, as {@code downloads · 10 × 4 × 50 ms}. */
  public static String work(Run run) {
    return Work.brief(run.plan(), run.levels());
  }

  /**
   * What {@code assessment} says of a run by {@code plan}, in a sentence or one for each runtime.
   */
  public static String answer(Plan plan, Assessment assessment) {
    RunState state = assessment.stop() == null ? RunState.CANCELLED : RunState.DONE;
    return Answering.of(plan, state, Compared.of(plan, assessment)).text();
  }

  /** What a person calls the tool that measured an imported run. */
  public static String tool(Imported from) {
    return switch (from.tool()) {
      case Imported.RACECARD -> "Racecard";
      case "jmh" -> "JMH";
      default -> from.tool();
    };
  }

  private static RunSummary summary(Run run, List<Outcome> outcomes, String host) {
    Plan plan = run.plan();
    String work = work(run);
    if (outcomes.isEmpty()) {
      return new RunSummary(run, work, "", null, null, List.of(), host);
    }
    if (!run.levels().none()) {
      Answer answer = new Sweeping(run, List.of(), outcomes).answer();
      return new RunSummary(run, work, answer.brief(), answer.leader(), null, List.of(), host);
    }
    Outcome outcome = outcomes.getFirst();
    Answer answer = Answering.of(plan, run.state(), Compared.of(plan, outcome.assessment()));
    return new RunSummary(
        run, work, answer.brief(), answer.leader(), outcome.grade(), kinds(outcome), host);
  }

  private static List<String> kinds(Outcome outcome) {
    return outcome.assessment().flags().stream()
        .sorted(Comparator.comparing(Flag::severe).reversed())
        .map(Flag::kind)
        .toList();
  }

  private Stored read(Run run, int cell) {
    List<Job> jobs = those(shelves.jobs().ofRun(run.id()), job -> job.cell() == cell);
    // What interrupts a profile interrupts no measurement.
    List<JobId> measuring = jobs.stream().filter(job -> job.measures(jobs)).map(Job::id).toList();
    return new Stored(
        run.levels().none() ? run : CellRun.of(run, jobs),
        run.cells().get(cell),
        Names.of(run.contenders()),
        jobs,
        those(shelves.jobs().attempts(run.id()), attempt -> measuring.contains(attempt.job())),
        shelves.samples().generations(run.id(), cell),
        shelves.samples().of(run.id(), cell),
        shelves.outcomes().statuses(run.id(), cell),
        shelves.outcomes().of(run.id(), cell).map(Outcome::assessment).orElse(null),
        shelves.timelines().of(run.id(), cell),
        shelves.latencies().of(run.id(), cell),
        shelves.profiles().of(run.id(), cell));
  }

  private static <T> List<T> those(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).toList();
  }
}
