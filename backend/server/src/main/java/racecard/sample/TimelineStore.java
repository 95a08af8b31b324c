package racecard.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import racecard.queue.JobQueue;
import racecard.queue.Lease;
import racecard.queue.RunId;

/** The representative round of each contender, replaced when a better one was found. */
public final class TimelineStore {
  // A piece stays below a column's million characters, also with a hundred steps a task.
  private static final int PIECE = 500;

  private static final String REMOVE =
      """
      delete from timeline
      where run_id = :run and cell = :cell and contender = :contender
      """;

  private static final String INSERT =
      """
      insert into timeline (run_id, cell, contender, piece, generation, block, wall_ns, tasks, lanes)
      values (:run, :cell, :contender, :piece, :generation, :block, :wall_ns, :tasks, :lanes)
      """;

  private static final String OF_RUN =
      """
      select cell, contender, generation, block, wall_ns, tasks, lanes
      from timeline
      where run_id = :run and (cast(:cell as integer) is null or cell = :cell)
      order by cell, contender, piece
      """;

  private final Jdbi jdbi;
  private final JobQueue queue;

  /** Keeps timelines in the database behind {@code jdbi}, under the leases of {@code queue}. */
  public TimelineStore(Jdbi jdbi, JobQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
  }

  /** Keeps this timeline of its contender instead of the one before. */
  public Kept keep(Lease lease, Timeline timeline) {
    return jdbi.inTransaction(handle ->
        queue
            .hold(handle, lease)
            .map(job -> {
              replace(handle, job.run(), timeline);
              return Kept.KEPT;
            })
            .orElse(Kept.NOT_OURS));
  }

  /** One timeline per contender that has one, by cell and contender. */
  public List<Timeline> of(RunId run) {
    return of(jdbi, run, null);
  }

  /** One timeline per contender of this cell that has one, by contender. */
  public List<Timeline> of(RunId run, int cell) {
    return of(jdbi, run, cell);
  }

  static List<Timeline> of(Jdbi jdbi, RunId run) {
    return of(jdbi, run, null);
  }

  private static List<Timeline> of(Jdbi jdbi, RunId run, @Nullable Integer cell) {
    Map<Key, Timeline> joined = new LinkedHashMap<>();
    for (Timeline piece : pieces(jdbi, run, cell)) {
      joined.merge(new Key(piece.cell(), piece.contender()), piece, TimelineStore::joined);
    }
    return List.copyOf(joined.values());
  }

  static void replace(Handle handle, RunId run, Timeline timeline) {
    handle
        .createUpdate(REMOVE)
        .bind("run", run.number())
        .bind("cell", timeline.cell())
        .bind("contender", timeline.contender())
        .execute();
    PreparedBatch batch = handle.prepareBatch(INSERT);
    int pieces = Math.max(1, Math.ceilDiv(timeline.lanes().size(), PIECE));
    for (int piece = 0; piece < pieces; piece++) {
      batch
          .bind("run", run.number())
          .bind("cell", timeline.cell())
          .bind("contender", timeline.contender())
          .bind("piece", piece)
          .bind("generation", timeline.generation())
          .bind("block", timeline.block())
          .bind("wall_ns", timeline.wallNs())
          .bind("tasks", timeline.tasks())
          .bind("lanes", Json.lanes(piece(timeline.lanes(), piece)))
          .add();
    }
    batch.execute();
  }

  private static List<Lane> piece(List<Lane> lanes, int piece) {
    int from = piece * PIECE;
    return lanes.subList(from, Math.min(lanes.size(), from + PIECE));
  }

  private static List<Timeline> pieces(Jdbi jdbi, RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(OF_RUN)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) ->
                new Timeline(
                    row.getInt("cell"),
                    row.getString("contender"),
                    row.getInt("generation"),
                    row.getInt("block"),
                    row.getLong("wall_ns"),
                    row.getInt("tasks"),
                    Json.lanes(row.getString("lanes"))))
            .list());
  }

  private static Timeline joined(Timeline first, Timeline next) {
    List<Lane> lanes = new ArrayList<>(first.lanes());
    lanes.addAll(next.lanes());
    return new Timeline(
        first.cell(),
        first.contender(),
        first.generation(),
        first.block(),
        first.wallNs(),
        first.tasks(),
        lanes);
  }

  private record Key(int cell, String contender) {}
}
