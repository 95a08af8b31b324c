package racecard.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.report.ContenderResult;
import racecard.report.Failure;
import racecard.report.MeasuredOn;
import racecard.report.Reports;
import racecard.report.RunReport;
import racecard.report.Stage;
import racecard.report.Surroundings;
import racecard.report.Sweep;
import racecard.run.Imported;
import racecard.run.Run;
import racecard.sample.Progress;
import racecard.statistics.Assessment;
import racecard.statistics.Flag;

/** A run as scripts rely on it: every member is there in every state, null until it is known. */
record RunJson(
    String id,
    String url,
    String state,
    String workload,
    Map<String, Object> params,
    int tasks,
    int inFlight,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long seed,
    String precision,
    int marginPercent,
    @Nullable QueueJson queue,
    @Nullable ProgressJson progress,
    String answer,
    @Nullable String grade,
    List<WarningJson> warnings,
    @Nullable EvidenceJson evidence,
    List<ContenderJson> contenders,
    @Nullable HostJson host,
    @Nullable Failure failure,
    String label,
    List<String> tags,
    String note,
    @Nullable Imported imported,
    @Nullable Map<String, List<Integer>> levels,
    List<CellJson> cells) {

  private record QueueJson(long position, @Nullable Long etaS) {}

  private record ProgressJson(
      int done, int total, int generations, @Nullable String contender, @Nullable Long etaS) {}

  record WarningJson(String flag, String message, Map<String, Double> evidence) {
    static WarningJson of(Flag flag) {
      return new WarningJson(flag.kind(), flag.message(), flag.evidence());
    }
  }

  private record HostJson(
      String name, @Nullable Integer cores, SequencedMap<String, String> facts) {
    static HostJson of(MeasuredOn host) {
      return new HostJson(host.name(), host.cores() == 0 ? null : host.cores(), host.facts());
    }
  }

  /** The run as it stands, with every cell where it has several. */
  static RunJson of(Reports reports, Run run, String base) {
    return run.levels().none()
        ? of(reports.of(run), base)
        : of(reports.sweep(run), cell -> reports.of(run, cell), base);
  }

  /** A run of one cell. */
  static RunJson of(RunReport report, String base) {
    return of(report, report.run(), report.answer().text(), report.stage(), null, List.of(), base);
  }

  /** A run of several: its own answer and state, the figures of its first cell, and every cell. */
  static RunJson of(Sweep sweep, IntFunction<RunReport> reports, String base) {
    RunReport first = reports.apply(0);
    return of(
        first,
        sweep.run(),
        sweep.answer().text(),
        sweep.stage(),
        sweep.levels().request(),
        sweep.cells().stream()
            .map(cell ->
                CellJson.of(cell, cell.number() == 0 ? first : reports.apply(cell.number()), sweep))
            .toList(),
        base);
  }

  private static RunJson of(
      RunReport report,
      Run run,
      String answer,
      Stage stage,
      @Nullable Map<String, List<Integer>> levels,
      List<CellJson> cells,
      String base) {
    Plan plan = report.plan();
    Assessment assessment = report.assessment();
    MeasuredOn host = report.host();
    return new RunJson(
        run.publicId(),
        base + "/runs/" + run.publicId(),
        run.state().id(),
        run.workload(),
        plan.parameters().request(),
        plan.tasks(),
        plan.inFlight(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt(),
        plan.seed(),
        plan.precision().id(),
        plan.marginPercent(),
        queue(stage),
        progress(report, stage),
        answer,
        assessment == null || report.answer().leader() == null ? null : assessment.grade(),
        warnings(assessment),
        evidence(report.surroundings()),
        report.contenders().stream().map(ContenderJson::of).toList(),
        host == null ? null : HostJson.of(host),
        stage instanceof Stage.Ended(@Nullable Failure failure) ? failure : null,
        run.label(),
        run.tags(),
        run.note(),
        run.imported(),
        levels,
        cells);
  }

  static List<WarningJson> warnings(@Nullable Assessment assessment) {
    return assessment == null
        ? List.of()
        : assessment.flags().stream().map(WarningJson::of).toList();
  }

  private static @Nullable EvidenceJson evidence(@Nullable Surroundings surroundings) {
    return surroundings == null ? null : EvidenceJson.of(surroundings);
  }

  private static @Nullable QueueJson queue(Stage stage) {
    return stage instanceof Stage.Waiting(long position, @Nullable Long etaS)
        ? new QueueJson(position, etaS)
        : null;
  }

  private static @Nullable ProgressJson progress(RunReport report, Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> null;
      case Stage.Measuring measuring -> progress(report, measuring);
      case Stage.Ended _ -> ended(report);
    };
  }

  private static @Nullable ProgressJson progress(RunReport report, Stage.Measuring measuring) {
    Progress said = measuring.progress();
    Stage.Part part = measuring.part();
    if (said == null) {
      return null;
    }
    Long etaS = said.etaS();
    return part == null
        ? new ProgressJson(said.done(), said.total(), report.generations(), said.contender(), etaS)
        : new ProgressJson(
            said.done(),
            said.total(),
            Math.max(0, said.generation() - 1),
            said.contender(),
            etaS == null ? null : Long.valueOf(etaS + part.laterS()));
  }

  private static ProgressJson ended(RunReport report) {
    int done = report.contenders().stream().mapToInt(ContenderResult::rounds).sum();
    return new ProgressJson(done, done, report.generations(), null, null);
  }
}
