package racecard.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import racecard.catalog.LevelsJson;
import racecard.catalog.PlanJson;
import racecard.queue.Attempt;
import racecard.queue.PastJob;
import racecard.run.Imported;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a run as Racecard's own JSON: all that is stored, as it is stored. */
public final class RunFileWriter {
  private RunFileWriter() {}

  /** The file in UTF-8, on one line. */
  public static byte[] write(RunFile file) {
    ObjectNode root = Document.JSON.createObjectNode();
    root.put("format", RunFile.FORMAT);
    root.put("format_version", RunFile.FORMAT_VERSION);
    root.put("racecard", file.racecard());
    run(root.putObject("run"), file);
    ArrayNode jobs = root.putArray("jobs");
    file.jobs().forEach(job -> job(jobs.addObject(), job));
    MeasuredWriter measured = new MeasuredWriter(file.measured());
    ArrayNode cells = root.putArray("cells");
    cells(file).forEach(cell -> measured.cell(cells.addObject(), cell));
    return Document.JSON.writeValueAsBytes(root);
  }

  private static List<Integer> cells(RunFile file) {
    return file.jobs().stream().map(PastJob::cell).distinct().sorted().toList();
  }

  private static void run(ObjectNode run, RunFile file) {
    run.put("id", file.id());
    run.put("url", file.url());
    Imported imported = file.imported();
    if (imported == null) {
      run.putNull("imported");
    } else {
      imported(run.putObject("imported"), imported);
    }
    run.put("label", file.label());
    run.set("tags", Document.JSON.valueToTree(file.tags()));
    run.put("note", file.note());
    run.put("submitted_by", file.submittedBy());
    run.put("created_at", time(file.createdAt()));
    run.set("plan", Document.JSON.readTree(PlanJson.write(file.plan())));
    String levels = LevelsJson.write(file.levels());
    run.set("levels", levels == null ? null : Document.JSON.readTree(levels));
  }

  private static void imported(ObjectNode node, Imported imported) {
    node.put("tool", imported.tool());
    node.put("version", imported.version());
    node.put("id", imported.id());
    node.put("url", imported.url());
    node.put("by", imported.by());
    node.put("at", time(imported.at()));
  }

  private static void job(ObjectNode node, PastJob job) {
    node.put("job", job.id().number());
    node.put("cell", job.cell());
    node.set("plan", Document.JSON.readTree(job.planJson()));
    node.put("add_generations", job.addGenerations());
    node.put("duration_key", job.durationKey());
    node.put("estimate_ms", job.estimateMs());
    node.put("state", job.state().id());
    node.put("priority", job.priority());
    node.put("wanted_host", job.wantedHost());
    node.put("attempt", job.attempt());
    node.put("max_attempts", job.maxAttempts());
    node.put("available_at", time(job.availableAt()));
    node.put("host", job.host());
    node.put("fence", job.fence());
    node.put("cancel_requested_at", time(job.cancelRequestedAt()));
    node.put("created_at", time(job.createdAt()));
    node.put("started_at", time(job.startedAt()));
    node.put("finished_at", time(job.finishedAt()));
    node.put("failure_kind", job.failureKind() == null ? null : job.failureKind().name());
    node.put("failure_detail", job.failureDetail());
    String progress = job.progressJson();
    node.set("progress", progress == null ? null : Document.JSON.readTree(progress));
    ArrayNode attempts = node.putArray("attempts");
    job.attempts().forEach(attempt -> attempt(attempts.addObject(), attempt));
  }

  private static void attempt(ObjectNode node, Attempt attempt) {
    node.put("fence", attempt.fence());
    node.put("number", attempt.number());
    node.put("owner", attempt.owner());
    node.put("host", attempt.host());
    node.put("started_at", time(attempt.startedAt()));
    node.put("ended_at", time(attempt.endedAt()));
    node.put("ending", attempt.ending() == null ? null : attempt.ending().id());
    node.put("failure_kind", attempt.failureKind() == null ? null : attempt.failureKind().name());
    node.put("failure_detail", attempt.failureDetail());
  }

  static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
