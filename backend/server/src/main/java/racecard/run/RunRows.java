package racecard.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import racecard.catalog.ContenderName;
import racecard.catalog.Levels;
import racecard.catalog.LevelsJson;
import racecard.catalog.Plan;
import racecard.catalog.PlanJson;
import racecard.queue.Instants;
import racecard.queue.RunId;

/** The one reading of run rows, with the state that their jobs give them. */
final class RunRows {
  // A job that neither begins its cell nor adds generations profiles: it ends no measurement.
  private static final String COLUMNS =
      """
      run.id, run.public_id, run.experiment, run.workload, run.contenders, run.plan, run.levels,
        run.label, run.tags, run.note, run.submitted_by, run.created_at, run.imported,
        (select min(job.started_at) from job where job.run_id = run.id) as started_at,
        (select case when count(*) = count(job.finished_at) then max(
           case when job.add_generations > 0 or job.id = (
             select min(first_job.id) from job first_job
             where first_job.run_id = job.run_id and first_job.cell = job.cell)
           then job.finished_at end) end
         from job where job.run_id = run.id) as finished_at
      """;

  // A cell is done when any of its jobs is: measuring more cannot undo what was measured.
  private static final String STATE =
      """
      (select case
         when count(case when job.state = 'running' and job.cancel_requested_at is not null
           then 1 end) > 0 then 'stopping'
         when count(case when job.state = 'running' then 1 end) > 0 then 'running'
         when count(case when job.state = 'queued' then 1 end) > 0 then 'queued'
         when count(distinct case when job.state = 'done' then job.cell end)
           = count(distinct job.cell) then 'done'
         when count(case when job.state = 'failed' then 1 end) > 0 then 'failed'
         else 'cancelled' end
       from job where job.run_id = run.id)
      """;

  private RunRows() {}

  /** A query that may say {@code <columns>} and {@code <state>}. */
  static Query query(Handle handle, String sql) {
    return handle.createQuery(sql).define("columns", COLUMNS).define("state", STATE);
  }

  /** A new row's id in addresses, its plan and the words of a person. */
  static Update bind(
      Update insert, Plan plan, Levels levels, String label, List<String> tags, String note) {
    String publicId = Secrets.publicId();
    String text = "%s %s %s %s".formatted(publicId, label, String.join(" ", tags), note);
    return insert
        .bind("public_id", publicId)
        .bind("experiment", Experiment.of(plan, levels))
        .bind("workload", plan.workload().id())
        .bind(
            "contenders",
            Texts.write(plan.contenders().stream().map(ContenderName::toString).toList()))
        .bind("plan", PlanJson.write(plan))
        .bind("levels", LevelsJson.write(levels))
        .bind("label", label)
        .bind("tags", Texts.write(tags))
        .bind("note", note)
        .bind("search_text", text.toLowerCase(Locale.ROOT));
  }

  static Run of(ResultSet row) throws SQLException {
    return new Run(
        new RunId(row.getLong("id")),
        row.getString("public_id"),
        row.getString("experiment"),
        row.getString("workload"),
        Texts.read(row.getString("contenders")),
        row.getString("plan"),
        LevelsJson.read(row.getString("levels")),
        row.getString("label"),
        Texts.read(row.getString("tags")),
        row.getString("note"),
        row.getString("submitted_by"),
        Instants.at(row, "created_at"),
        RunState.find(row.getString("state")).orElseThrow(),
        Instants.maybe(row, "started_at"),
        Instants.maybe(row, "finished_at"),
        Imported.read(row.getString("imported")));
  }
}
