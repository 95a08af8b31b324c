package racecard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.Workload;
import racecard.queue.FailureKind;
import racecard.report.Reporter;
import racecard.report.StoredRun;
import racecard.run.Imported;
import racecard.run.MoreMeasured;
import racecard.run.Run;
import racecard.run.RunState;
import racecard.sample.Findings;
import racecard.sample.Profile;

/** Own files: what is written is all that is stored, and read again it is the same. */
@OnBothDatabases
final class RunFileTest {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";
  private static final String PROCESSES = "jvm/processes";
  private static final Map<String, Double> TIMES = Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0);

  private final TestDatabase database;
  private final FileRoom room;

  RunFileTest(TestDatabase database) {
    this.database = database;
    this.room = new FileRoom(Rooms.real(database), database);
  }

  @Test
  void a_run_that_was_exported_and_imported_exports_the_same_bytes() {
    Run done = begun().generations(3, TIMES).done();
    thatComesBack(done);
    assertThat(room.bytes(done)).asString().contains("\"wall_ns\":", "\"valid\":false");
  }

  @Test
  void so_does_one_whose_contenders_were_profiled() {
    Run run =
        begun()
            .generations(3, TIMES)
            .profiled(
                THREADS,
                new Findings(
                    "JFR",
                    "",
                    12,
                    2_000_000_000L,
                    10_000_000,
                    9,
                    List.of(new Findings.Function("java.lang.<init>", 7)),
                    List.of(
                        new Findings.Event("pinned", 2, 30, 20, "in \"native\" code"),
                        new Findings.Event("gc_pause", 0, 0, 0, null)),
                    4_096L,
                    new Findings.Memory(70_000_000, 90_000_000, 3)))
            .profiled(SEQUENTIAL, Findings.missing("it ended"))
            .done();
    thatComesBack(run);
    Run again = room.add(room.bytes(run));
    assertThat(Reporter.on(room.rooms).of(again).contender(THREADS).orElseThrow().profile())
        .extracting(Profile::findings)
        .isEqualTo(
            Objects.requireNonNull(
                    Reporter.on(room.rooms).of(run).contender(THREADS).orElseThrow().profile())
                .findings());
  }

  @Test
  void a_file_of_before_there_were_profiles_is_read() {
    Run run = begun().generations(3, TIMES).done();
    String file = text(room.bytes(run));
    assertThat(file).contains(",\"profiles\":[]");
    Run again = room.add(file.replace(",\"profiles\":[]", "").getBytes(StandardCharsets.UTF_8));
    assertThat(room.asWhereItCameFrom(again)).asString().isEqualTo(file);
  }

  @Test
  void so_does_one_that_was_interrupted_and_cancelled() {
    thatComesBack(
        begun()
            .generations(1, TIMES)
            .interrupted(TIMES)
            .handedBack()
            .interrupted(TIMES)
            .cancelled());
  }

  @Test
  void so_does_one_that_failed_before_anything_was_measured() {
    thatComesBack(begun().failed(FailureKind.WRONG_ANSWER, "it said \u001b[1m3 < 4\u2028"));
  }

  private StoredRun begun() {
    return StoredRun.labelled(
            room.rooms,
            StoredRun.plan(Workload.FETCH, null, SEQUENTIAL, THREADS, PROCESSES),
            "Fünf <b>",
            List.of("demo"),
            "why\n\"so\"")
        .begin()
        .skipped(PROCESSES, "too many <processes> at once", "ask for fewer")
        .wobbling(THREADS, 0.0123456789)
        .failing(1)
        .limitMs(THREADS, 80.0000001);
  }

  private void thatComesBack(Run run) {
    byte[] file = room.bytes(run);
    Run again = room.add(file);
    assertThat(again.publicId()).isNotEqualTo(run.publicId());
    assertThat(again.experiment()).isEqualTo(run.experiment());
    assertThat(room.asWhereItCameFrom(again)).asString().isEqualTo(text(file));
    assertThat(room.rooms.samples.of(again.id())).isEqualTo(room.rooms.samples.of(run.id()));
    assertThat(room.rooms.outcomes.of(again.id())).isEqualTo(room.rooms.outcomes.of(run.id()));
    assertThat(room.rooms.timelines.of(again.id())).isEqualTo(room.rooms.timelines.of(run.id()));
    assertThat(room.rooms.latencies.of(again.id())).isEqualTo(room.rooms.latencies.of(run.id()));
    assertThat(room.rooms.outcomes.statuses(again.id()))
        .isEqualTo(room.rooms.outcomes.statuses(run.id()));
    assertThat(Reporter.on(room.rooms).of(again).answer())
        .isEqualTo(Reporter.on(room.rooms).of(run).answer());
  }

  @Test
  void an_imported_run_says_where_it_was_measured_and_who_brought_it() {
    Run run = begun().generations(3, TIMES).done();
    Imported imported = Objects.requireNonNull(room.add(room.bytes(run)).imported());
    assertThat(imported.tool()).isEqualTo("racecard");
    assertThat(imported.version()).isEqualTo("1.2.3");
    assertThat(imported.id()).isEqualTo(run.publicId());
    assertThat(imported.url()).isEqualTo("http://there/runs/1");
    assertThat(imported.by()).isEqualTo("api");
    assertThat(run.imported()).isNull();
  }

  @Test
  void handed_on_twice_it_still_says_where_it_was_measured_first() {
    Run run = begun().generations(3, TIMES).done();
    Run twice = room.add(room.bytes(room.add(room.bytes(run))));
    assertThat(Objects.requireNonNull(twice.imported()).id()).isEqualTo(run.publicId());
  }

  @Test
  void no_worker_gets_an_imported_run_and_nobody_measures_more_of_it() {
    Run imported = room.add(room.bytes(begun().generations(3, TIMES).done()));
    assertThat(imported.state()).isEqualTo(RunState.DONE);
    assertThat(room.rooms.queue.claim("owner", "tiny-box")).isEmpty();
    assertThat(room.rooms.runs.measureMore(imported.publicId(), 3, 1_000))
        .isInstanceOf(MoreMeasured.Elsewhere.class);
    assertThat(room.rooms.queue.claim("owner", "tiny-box")).isEmpty();
  }

  @Test
  void a_run_that_is_not_final_is_no_file_yet() {
    StoredRun run = begun();
    assertThat(room.exports.of(run.now(), "")).isEmpty();
    run.generations(3, TIMES);
    assertThat(room.exports.of(run.now(), "")).isEmpty();
    assertThat(room.exports.of(run.done(), "")).isPresent();
  }

  @Test
  void one_that_ends_while_it_is_read_is_a_whole_file_or_none() {
    StoredRun run = begun().generations(3, TIMES);
    Run measuring = run.now();
    AtomicBoolean done = new AtomicBoolean();
    room.rooms.jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            boolean jobs = context.getRenderedSql().contains("from job\n");
            if (jobs && done.compareAndSet(false, true)) {
              run.generations(1, TIMES).done();
            }
          }
        });
    Optional<RunFile> file = room.exports.of(measuring, "");
    room.rooms.jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    assertThat(done).isTrue();
    file.ifPresent(whole -> assertThat(whole.measured().generations()).hasSize(4));
  }

  @Test
  void a_deleted_import_leaves_no_row() {
    byte[] file = room.bytes(begun().generations(3, TIMES).done());
    Map<String, Long> before = database.rows();
    Run imported = room.add(file);
    assertThat(database.rows()).isNotEqualTo(before);
    room.rooms.runs.delete(imported.publicId());
    assertThat(database.rows()).isEqualTo(before);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
