package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;
import static racecard.report.StoredRun.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import racecard.catalog.Workload;
import racecard.queue.FailureKind;
import racecard.run.Run;
import racecard.sample.Progress;

/** What is shown of a run beside its answer. */
final class RunReportTest extends WithStoredRuns {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String THREADS = "jvm/threads";
  private static final String PROCESSES = "jvm/processes";

  private static ContenderResult contender(RunReport report, String name) {
    return report.contender(name).orElseThrow();
  }

  @Test
  void a_contender_has_its_figures_per_n_tasks() {
    RunReport report =
        report(
            measuring(fetch(SEQUENTIAL, THREADS))
                .limitMs(THREADS, 98)
                .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                .done());
    ContenderResult threads = contender(report, THREADS);
    assertThat(threads.state()).isEqualTo(ContenderState.MEASURED);
    assertThat(threads.medianNs()).isEqualTo(100e6);
    assertThat(threads.efficiency()).isEqualTo(0.98);
    assertThat(threads.medians().coresUsed()).isEqualTo(0.5);
    assertThat(threads.medians().cpuNs()).isEqualTo(50e6);
    assertThat(threads.rounds()).isEqualTo(15);
    assertThat(threads.checksum()).isEqualTo("77");
    assertThat(threads.correct()).isTrue();
    assertThat(threads.total().count()).isEqualTo(1_500);
    assertThat(report.limit()).isEqualTo(new Limit(98e6, "waiting alone"));
    assertThat(Conditions.of(report))
        .isEqualTo(
            "95 % interval 10.0–10.0 · 10 tasks × 4 downloads of 50 ms, all in flight · tiny-box,"
                + " 2 cores, Temurin 25.0.3 · 3 generations, 30 rounds");
  }

  @Test
  void rounds_of_a_failed_block_and_of_an_open_generation_are_kept_outside_the_estimate() {
    StoredRun story =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .failing(1)
            .interrupted(Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0));
    RunReport report = report(story.now());
    assertThat(report.surroundings()).isNotNull();
    assertThat(contender(report, THREADS).marks())
        .extracting(Mark::kind)
        .filteredOn(kind -> kind == Mark.Kind.PARTIAL)
        .hasSize(5);
    assertThat(contender(report, SEQUENTIAL).marks())
        .extracting(Mark::kind)
        .filteredOn(kind -> kind == Mark.Kind.INVALID)
        .hasSize(1);
    assertThat(contender(report, SEQUENTIAL).correct()).isFalse();
    assertThat(contender(report, THREADS).rounds()).isEqualTo(15);
    story.cancelled();
  }

  @Test
  void an_interruption_is_said_with_the_generation_it_went_on_at() {
    StoredRun story =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(2, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .handedBack()
            .generations(1, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0));
    Surroundings surroundings = Objects.requireNonNull(report(story.done()).surroundings());
    assertThat(surroundings.alone())
        .isEqualTo(
            "None of 36 rounds overlapped another; each block's order was drawn anew (seed 42)."
                + " Interrupted once, resumed at generation 3.");
    assertThat(surroundings.evidence())
        .containsEntry("Other programs", "1.0 % of all cores")
        .containsEntry("Taken by the hypervisor", "0 % of all cores")
        .containsEntry(
            "Not known here",
            "held back by a quota, somebody waited for a core, single tasks waited for a core, the"
                + " same work at its slowest");
    assertThat(surroundings.facts())
        .containsEntry("Host", "tiny-box")
        .containsEntry("Runtime jvm", "25.0.3 · Temurin")
        .containsEntry("Largest heap", "512 MB");
  }

  @Test
  void reasons_are_made_of_measured_figures_alone() {
    RunReport report =
        report(
            measuring(plan(Workload.POWER, null, SEQUENTIAL, THREADS, PROCESSES))
                .mostSpeedUp(2)
                .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 520.0, PROCESSES, 1500.0))
                .done());
    assertThat(report.limit()).isEqualTo(new Limit(500e6, "all cores busy"));
    assertThat(report.why())
        .containsExactly(
            "The work waits and computes: one after another, it used *0.50* of 2 cores and waited"
                + " *50 %* of its time.",
            "Threads used *0.50* of 2 cores and stayed *4.0 %* above the limit of 0.500 s (all"
                + " cores busy).",
            "Processes miss that limit by *1.000 s*: 0.100 s for each of the 10 processes they"
                + " start.",
            "Processes pay from tasks of about *0.200 s* on, if starting stays as dear; here a task"
                + " takes 0.100 s.",
            "Processes spent *0.750 s* of CPU time, threads 0.260 s.");
  }

  @Test
  void who_was_not_measured_has_a_reason_and_no_number() {
    RunReport report =
        report(
            measuring(fetch(SEQUENTIAL, THREADS, PROCESSES))
                .skipped(PROCESSES, "4,000 processes at once are too many.", "Lower in flight.")
                .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
                .done());
    ContenderResult processes = contender(report, PROCESSES);
    assertThat(processes.state()).isEqualTo(ContenderState.SKIPPED);
    assertThat(processes.reason()).isEqualTo("4,000 processes at once are too many.");
    assertThat(processes.remedy()).isEqualTo("Lower in flight.");
    assertThat(processes.medianNs()).isNull();
    assertThat(processes.medians().cpuNs()).isNull();
    assertThat(Table.of(report).rows().getLast().cells()).contains(Figures.NONE);
  }

  @Test
  void the_stage_tells_the_place_in_line_the_progress_and_the_failure() {
    StoredRun first = StoredRun.of(rooms, fetch(SEQUENTIAL));
    StoredRun second = StoredRun.of(rooms, fetch(SEQUENTIAL));
    assertThat(report(second.now()).stage()).isEqualTo(new Stage.Waiting(2, 60L));
    first.begin();
    Progress progress = new Progress(4, 15, 1, 5, 5, SEQUENTIAL, 9L);
    rooms.queue.progress(first.job().lease(), progress.json());
    assertThat(report(first.now()).stage()).isEqualTo(new Stage.Measuring(progress, false, false));
    Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMinutes(5));
    assertThat(Reporter.on(rooms, 1, later).of(first.now()).stage())
        .isEqualTo(new Stage.Measuring(progress, true, false));
    rooms.queue.cancel(first.now().id());
    assertThat(report(first.now()).stage()).isEqualTo(new Stage.Measuring(progress, false, true));
    first.cancelled();
    Run failed = second.begin().failed(FailureKind.RUNNER_MISSING, "no java");
    assertThat(report(failed).stage())
        .isEqualTo(
            new Stage.Ended(
                new Failure(
                    "RUNNER_MISSING",
                    "The runner could not be started: no java",
                    FailureKind.RUNNER_MISSING.remedy())));
  }

  @Test
  void the_markdown_has_the_answer_the_table_and_the_link() {
    Run run =
        measuring(fetch(SEQUENTIAL, THREADS))
            .generations(3, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .done();
    assertThat(Markdown.of(report(run), "http://127.0.0.1:7070").lines())
        .startsWith("**Threads are 10.0 times as fast as one after another.**", "")
        .contains(
            "| contender | median s | × sequential | 95 % | of the limit | cores used | CPU s |"
                + " peak MB | threads | processes | cold s | rounds |",
            "| threads | 0.100 | 10.0 | 10.0–10.0 | – | 0.50 | 0.0500 | 70.0 | 12 | 1 | 0.900 | 15"
                + " |")
        .endsWith(
            "Measured with Racecard, seed 42: [run %s](http://127.0.0.1:7070/runs/%s)"
                .formatted(run.publicId(), run.publicId()));
  }

  @Test
  void a_csv_cell_with_anything_in_it_stays_one_cell_and_no_formula() {
    Run run =
        StoredRun.labelled(
                rooms, fetch(SEQUENTIAL, THREADS), "=HYPERLINK(\"x\"),\nnext", List.of(), "")
            .begin()
            .failing(1)
            .generations(1, Map.of(SEQUENTIAL, 1000.0, THREADS, 100.0))
            .cancelled();
    String csv = RoundsCsv.of(run, Reporter.on(rooms).rounds(run));
    assertThat(csv)
        .startsWith("run,label,cell,generation,block,position,contender,kind,valid,reason,")
        .contains(
            "%s,\"'=HYPERLINK(\"\"x\"\"),\nnext\",0,1,1,1,jvm/sequential,measured,false,\"'=1 task"
                .formatted(run.publicId()))
        .contains(",\"'=1 task failed: \"\"connection reset\"\"\",");
    assertThat(csv.split("\r\n", -1)).hasSize(1 + 12 + 1);
  }
}
