package racecard.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import racecard.queue.Instants;
import racecard.queue.JobId;
import racecard.statistics.Round;

/** A round as a row, both ways, and its generation. */
final class SampleRows {
  private SampleRows() {}

  static PreparedBatch bind(PreparedBatch batch, Sample sample) {
    Usage usage = sample.usage();
    return batch
        .bind("cell", sample.cell())
        .bind("generation", sample.generation())
        .bind("seq", sample.seq())
        .bind("block", sample.block())
        .bind("position", sample.position())
        .bind("contender", sample.contender())
        .bind("kind", sample.kind().id())
        .bind("valid", sample.valid())
        .bind("reason", sample.reason())
        .bind("started_ns", sample.startedNs())
        .bind("wall_ns", sample.wallNs())
        .bind("repeats", sample.repeats())
        .bind("checksum", sample.checksum())
        .bind("cpu_ns", usage.cpuNs())
        .bind("memory_bytes", usage.memoryBytes())
        .bind("threads", usage.threads())
        .bind("processes", usage.processes())
        .bind("gc_ns", usage.gcNs())
        .bind("gc_count", usage.gcCount())
        .bind("compile_ns", usage.compileNs())
        .bind("voluntary_switches", usage.voluntarySwitches())
        .bind("involuntary_switches", usage.involuntarySwitches())
        .bind("counters", sample.countersJson());
  }

  static Round round(ResultSet row) throws SQLException {
    Long wallNs = maybe(row, "wall_ns");
    return new Round(
        row.getInt("generation"),
        row.getInt("block"),
        row.getString("contender"),
        wallNs == null ? 0 : wallNs,
        row.getBoolean("valid"));
  }

  static Sample of(ResultSet row) throws SQLException {
    return new Sample(
        row.getInt("cell"),
        row.getInt("generation"),
        row.getInt("seq"),
        row.getInt("block"),
        row.getInt("block_position"),
        row.getString("contender"),
        SampleKind.of(row.getString("kind")),
        row.getBoolean("valid"),
        row.getString("reason"),
        row.getLong("started_ns"),
        maybe(row, "wall_ns"),
        row.getInt("repeats"),
        row.getString("checksum"),
        usage(row),
        row.getString("counters"));
  }

  static Generation generation(ResultSet row) throws SQLException {
    return new Generation(
        row.getInt("cell"),
        row.getInt("number"),
        new JobId(row.getLong("job_id")),
        row.getLong("fence"),
        row.getString("facts"),
        Instants.at(row, "started_at"),
        Instants.maybe(row, "finished_at"));
  }

  private static Usage usage(ResultSet row) throws SQLException {
    return new Usage(
        maybe(row, "cpu_ns"),
        maybe(row, "memory_bytes"),
        maybe(row, "threads"),
        maybe(row, "processes"),
        maybe(row, "gc_ns"),
        maybe(row, "gc_count"),
        maybe(row, "compile_ns"),
        maybe(row, "voluntary_switches"),
        maybe(row, "involuntary_switches"));
  }

  static @Nullable Long maybe(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
