package racecard.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import racecard.queue.RunId;

/** How long tasks took: kept per generation, read together. */
public final class LatencyStore {
  private static final String INSERT =
      """
      insert into latency (run_id, cell, generation, contender, measure, counts)
      values (:run, :cell, :generation, :contender, :measure, :counts)
      """;

  private static final String OF_RUN =
      """
      select cell, generation, contender, measure, counts
      from latency
      where run_id = :run and (cast(:cell as integer) is null or cell = :cell)
      order by cell, contender, measure, generation
      """;

  private final Jdbi jdbi;

  /** Reads the database behind {@code jdbi}. */
  public LatencyStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The latencies of a run's complete generations, one histogram per contender and measure. */
  public List<Latency> of(RunId run) {
    return merged(rows(run));
  }

  /** The same of one cell. */
  public List<Latency> of(RunId run, int cell) {
    return merged(rows(run, cell));
  }

  private static List<Latency> merged(List<Measured.OfGeneration> rows) {
    Map<Key, Histogram> merged = new LinkedHashMap<>();
    for (Measured.OfGeneration row : rows) {
      Latency one = row.latency();
      merged.merge(
          new Key(one.cell(), one.contender(), one.measure()), one.histogram(), Histogram::plus);
    }
    List<Latency> latencies = new ArrayList<>();
    merged.forEach((key, histogram) ->
        latencies.add(new Latency(key.cell(), key.contender(), key.measure(), histogram)));
    return latencies;
  }

  /** Keeps one generation's histograms in the transaction that completes it. */
  static void keep(Handle handle, RunId run, int generation, List<Latency> latencies) {
    if (latencies.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (Latency latency : latencies) {
      batch
          .bind("run", run.number())
          .bind("cell", latency.cell())
          .bind("generation", generation)
          .bind("contender", latency.contender())
          .bind("measure", latency.measure().id())
          .bind("counts", Json.histogram(latency.histogram()))
          .add();
    }
    batch.execute();
  }

  /** Every generation's histograms, incomplete ones' left out as they are never kept. */
  List<Measured.OfGeneration> rows(RunId run) {
    return rows(run, null);
  }

  private List<Measured.OfGeneration> rows(RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OF_RUN)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) ->
                new Measured.OfGeneration(
                    row.getInt("generation"),
                    new Latency(
                        row.getInt("cell"),
                        row.getString("contender"),
                        LatencyMeasure.of(row.getString("measure")),
                        Json.histogram(row.getString("counts")))))
            .list());
  }

  private record Key(int cell, String contender, LatencyMeasure measure) {}
}
