package racecard.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import racecard.queue.EventKind;
import racecard.queue.EventLog;
import racecard.queue.Held;
import racecard.queue.JobQueue;
import racecard.queue.Lease;
import racecard.queue.RunId;
import racecard.statistics.Round;

/** Generations and their rounds: only ever added to, and only by whoever holds the job. */
public final class SampleStore {
  private static final String BEGIN =
      """
      insert into generation (run_id, cell, number, job_id, fence, facts, started_at)
      values (:run, :cell, :number, :job, :fence, :facts, <now>)
      """;

  private static final String LAST_NUMBER =
      """
      select coalesce(max(number), 0)
      from generation
      where run_id = :run and cell = :cell
      """;

  private static final String LAST_SEQ =
      """
      select (
        select coalesce(max(seq), 0)
        from sample
        where sample.run_id = generation.run_id and sample.cell = generation.cell
          and sample.generation = generation.number)
      from generation
      where run_id = :run and cell = :cell and number = :number and job_id = :job
        and fence = :fence and finished_at is null
      """;

  private static final String APPEND =
      """
      insert into sample (run_id, cell, generation, seq, block, block_position, contender, kind,
        valid, reason, started_ns, wall_ns, repeats, checksum, cpu_ns, memory_bytes, threads,
        processes, gc_ns, gc_count, compile_ns, voluntary_switches, involuntary_switches, counters)
      values (:run, :cell, :generation, :seq, :block, :position, :contender, :kind,
        :valid, :reason, :started_ns, :wall_ns, :repeats, :checksum, :cpu_ns, :memory_bytes,
        :threads, :processes, :gc_ns, :gc_count, :compile_ns, :voluntary_switches,
        :involuntary_switches, :counters)
      """;

  private static final String END =
      """
      update generation
      set finished_at = <now>
      where run_id = :run and cell = :cell and number = :number and job_id = :job
        and fence = :fence and finished_at is null
      """;

  private static final String ENDED =
      """
      select count(*)
      from generation
      where run_id = :run and cell = :cell and number = :number and job_id = :job
        and fence = :fence and finished_at is not null
      """;

  private static final String ALL =
      """
      select sample.cell, generation, seq, block, block_position, contender,
        case when kind = 'measured' and finished_at is null then 'partial' else kind end as kind,
        valid, reason, sample.started_ns, wall_ns, repeats, checksum, cpu_ns, memory_bytes,
        threads, processes, gc_ns, gc_count, compile_ns, voluntary_switches,
        involuntary_switches, counters
      from sample
      join generation on generation.run_id = sample.run_id and generation.cell = sample.cell
        and generation.number = sample.generation
      where sample.run_id = :run and (cast(:cell as integer) is null or sample.cell = :cell)
      order by sample.cell, sample.generation, seq
      """;

  // What a comparison of all cells needs, and no counters.
  private static final String ROUNDS =
      """
      select sample.cell, sample.generation, block, contender, valid, wall_ns
      from sample
      join generation on generation.run_id = sample.run_id and generation.cell = sample.cell
        and generation.number = sample.generation
      where sample.run_id = :run and kind = 'measured' and finished_at is not null
      order by sample.cell, sample.generation, seq
      """;

  private static final String GENERATIONS =
      """
      select cell, number, job_id, fence, facts, started_at, finished_at
      from generation
      where run_id = :run and (cast(:cell as integer) is null or cell = :cell)
      order by cell, number
      """;

  private final Jdbi jdbi;
  private final JobQueue queue;
  private final EventLog events;

  /** Keeps rounds in the database behind {@code jdbi}, under the leases of {@code queue}. */
  public SampleStore(Jdbi jdbi, JobQueue queue) {
    this.jdbi = jdbi;
    this.queue = queue;
    this.events = new EventLog(jdbi);
  }

  /**
   * Opens the cell's next generation and gives its number; empty when the lease was lost.
   *
   * @param factsJson host, runtimes and limits as they are now, at most 200,000 characters
   */
  public OptionalInt begin(Lease lease, String factsJson) {
    return jdbi.inTransaction(handle ->
        queue
            .hold(handle, lease)
            .map(job -> OptionalInt.of(begin(handle, lease, job, factsJson)))
            .orElse(OptionalInt.empty()));
  }

  /**
   * Adds rounds of one open generation, in the order of their {@code seq}; rounds that are there
   * already stay as they are, so a batch may be sent again.
   */
  public Kept append(Lease lease, List<Sample> samples) {
    if (samples.isEmpty()) {
      return Kept.KEPT;
    }
    return jdbi.inTransaction(handle ->
        queue
            .hold(handle, lease)
            .map(job -> {
              append(handle, lease, job, samples);
              return Kept.KEPT;
            })
            .orElse(Kept.NOT_OURS));
  }

  /**
   * Completes a generation with its latencies: from now on its measured rounds count. Sent again,
   * because only the answer was lost, it is kept once.
   */
  public Kept end(Lease lease, int generation, List<Latency> latencies) {
    Kept kept =
        jdbi.inTransaction(handle ->
            queue
                .hold(handle, lease)
                .map(job -> {
                  if (!ended(handle, lease, job, generation)) {
                    end(handle, lease, job, generation);
                    LatencyStore.keep(handle, job.run(), generation, latencies);
                  }
                  return Kept.KEPT;
                })
                .orElse(Kept.NOT_OURS));
    queue.changes().tell();
    return kept;
  }

  /** Every round of a run, by cell and generation, in the order they were kept. */
  public List<Sample> of(RunId run) {
    return of(run, null);
  }

  /** Every round of one cell, or of all without one, in the order they were kept. */
  public List<Sample> of(RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ALL)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) -> SampleRows.of(row))
            .list());
  }

  /** The rounds of complete generations as the statistics take them, by cell. */
  public Map<Integer, List<Round>> rounds(RunId run) {
    Map<Integer, List<Round>> rounds = new TreeMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(ROUNDS)
            .bind("run", run.number())
            .map((row, context) -> Map.entry(row.getInt("cell"), SampleRows.round(row)))
            .forEach(one ->
                rounds
                    .computeIfAbsent(one.getKey(), cell -> new ArrayList<>())
                    .add(one.getValue())));
    return rounds;
  }

  /** Every generation of a run, interrupted ones included, by cell and number. */
  public List<Generation> generations(RunId run) {
    return generations(run, null);
  }

  /** Every generation of one cell, or of all without one. */
  public List<Generation> generations(RunId run, @Nullable Integer cell) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(GENERATIONS)
            .bind("run", run.number())
            .bind("cell", cell)
            .map((row, context) -> SampleRows.generation(row))
            .list());
  }

  /** Adds rounds of any generation that is there, whoever measured them. */
  static void insert(Handle handle, RunId run, List<Sample> samples) {
    PreparedBatch batch = handle.prepareBatch(APPEND);
    samples.forEach(sample -> SampleRows.bind(batch.bind("run", run.number()), sample).add());
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static int begin(Handle handle, Lease lease, Held job, String factsJson) {
    int number =
        1
            + handle
                .createQuery(LAST_NUMBER)
                .bind("run", job.run().number())
                .bind("cell", job.cell())
                .mapTo(int.class)
                .one();
    bind(handle.createUpdate(BEGIN), lease, job, number).bind("facts", factsJson).execute();
    return number;
  }

  private static void append(Handle handle, Lease lease, Held job, List<Sample> samples) {
    int generation = samples.getFirst().generation();
    int last = lastSeq(handle, lease, job, generation);
    PreparedBatch batch = handle.prepareBatch(APPEND);
    for (Sample sample : samples) {
      if (sample.cell() != job.cell() || sample.generation() != generation) {
        throw new IllegalArgumentException("a batch holds rounds of one generation of its job");
      }
      if (sample.seq() > last) {
        SampleRows.bind(batch.bind("run", job.run().number()), sample).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static int lastSeq(Handle handle, Lease lease, Held job, int generation) {
    return bind(handle.createQuery(LAST_SEQ), lease, job, generation)
        .mapTo(int.class)
        .findOne()
        .orElseThrow(
            () -> new IllegalArgumentException("generation " + generation + " is not open"));
  }

  private static boolean ended(Handle handle, Lease lease, Held job, int generation) {
    return bind(handle.createQuery(ENDED), lease, job, generation).mapTo(int.class).one() > 0;
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, Lease lease, Held job, int number) {
    return statement
        .bind("run", job.run().number())
        .bind("cell", job.cell())
        .bind("number", number)
        .bind("job", lease.job().number())
        .bind("fence", lease.fence());
  }

  private void end(Handle handle, Lease lease, Held job, int generation) {
    int ended = bind(handle.createUpdate(END), lease, job, generation).execute();
    if (ended != 1) {
      throw new IllegalArgumentException("generation " + generation + " is not open");
    }
    events.append(
        handle,
        job.run(),
        EventKind.GENERATION,
        "{\"cell\":%d,\"generation\":%d}".formatted(job.cell(), generation));
  }
}
