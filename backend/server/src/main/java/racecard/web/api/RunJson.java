package racecard.web.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Plan;
import racecard.run.Run;

/** What was asked for and where it stands. */
record RunJson(
    String id,
    String url,
    String state,
    String workload,
    Map<String, Long> params,
    int tasks,
    int inFlight,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long seed,
    String precision,
    int marginPercent) {

  static RunJson of(Run run, String base) {
    Plan plan = run.plan();
    return new RunJson(
        run.publicId(),
        base + "/runs/" + run.publicId(),
        run.state().id(),
        run.workload(),
        plan.parameters().numbers(),
        plan.tasks(),
        plan.inFlight(),
        run.createdAt(),
        run.startedAt(),
        run.finishedAt(),
        plan.seed(),
        plan.precision().id(),
        plan.marginPercent());
  }
}
