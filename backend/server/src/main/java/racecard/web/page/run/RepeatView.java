package racecard.web.page.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.Levels;
import racecard.catalog.Plan;
import racecard.report.RunReport;
import racecard.report.Sweep;
import racecard.run.Run;
import racecard.view.run.Repeat;
import racecard.web.http.Json;

/** How to repeat a run: here by the form, anywhere by the API. */
final class RepeatView {
  // Where a Racecard of one's own answers unless told otherwise.
  private static final String OWN = "http://127.0.0.1:7070";

  private RepeatView() {}

  /** For a reader without access to this Racecard, {@code base} is null. */
  static Repeat of(RunReport report, @Nullable String base, boolean password) {
    return of(report.run(), report.plan(), Levels.NONE, base, password);
  }

  /** All cells of a run of several. */
  static Repeat of(Sweep sweep, @Nullable String base, boolean password) {
    Run run = sweep.run();
    return of(run, run.plan(), run.levels(), base, password);
  }

  private static Repeat of(
      Run run, Plan plan, Levels levels, @Nullable String base, boolean password) {
    String json = new String(Json.write(Request.json(run, plan, levels)), StandardCharsets.UTF_8);
    return new Repeat(
        base == null ? null : "/runs/new?from=" + run.publicId(),
        List.of(
            new Repeat.Snippet("json", "The request", json),
            new Repeat.Snippet(
                "curl",
                base == null ? "On your own Racecard" : "From a terminal",
                curl(base == null ? OWN : base, json, base != null && password))));
  }

  private static String curl(String base, String json, boolean password) {
    String bearer = password ? " \\\n  -H 'Authorization: Bearer PASSWORD'" : "";
    return "curl -X POST '%s/api/v1/runs' \\\n  -H 'Content-Type: application/json'%s \\\n  -d '%s'"
        .formatted(base, bearer, json.replace("'", "'\\''"));
  }
}
