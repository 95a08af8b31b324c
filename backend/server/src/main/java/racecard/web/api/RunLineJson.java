package racecard.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.report.RunSummary;
import racecard.run.Run;

/**
 * A run in a list: what was asked for and the answer in short.
 *
 * @param answer empty before there is one
 */
record RunLineJson(
    String id,
    String url,
    String state,
    String workload,
    Map<String, Object> params,
    int tasks,
    int inFlight,
    @Nullable Map<String, List<Integer>> levels,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long seed,
    String precision,
    int marginPercent,
    String answer,
    @Nullable String leader,
    @Nullable String grade,
    List<String> flags,
    @Nullable String host,
    List<String> contenders,
    String label,
    List<String> tags) {

  static RunLineJson of(RunSummary summary, String base) {
    Run run = summary.run();
    Plan plan = run.plan();
    return new RunLineJson(
        run.publicId(),
        base + "/runs/" + run.publicId(),
        run.state().id(),
        run.workload(),
        plan.parameters().request(),
        plan.tasks(),
        plan.inFlight(),
        run.levels().none() ? null : run.levels().request(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt(),
        plan.seed(),
        plan.precision().id(),
        plan.marginPercent(),
        summary.answer(),
        summary.leader(),
        summary.grade(),
        summary.flags(),
        summary.host().isEmpty() ? null : summary.host(),
        run.contenders(),
        run.label(),
        run.tags());
  }
}
