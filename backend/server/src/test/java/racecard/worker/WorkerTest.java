package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import racecard.TestDatabase;
import racecard.catalog.ContenderName;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.host.HostWorker;
import racecard.host.WorkerState;
import racecard.queue.FailureKind;
import racecard.queue.Job;
import racecard.queue.JobState;
import racecard.run.MoreAsked;
import racecard.run.Run;
import racecard.sample.ContenderStatus;
import racecard.sample.Generation;
import racecard.sample.Latency;
import racecard.sample.Progress;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Status;
import racecard.sample.Timeline;
import racecard.statistics.Assessment;
import racecard.statistics.Comparison;
import racecard.statistics.Entrant;
import racecard.statistics.StopRule;
import racecard.statistics.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs, from the queue to the outcome, with the real children. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class WorkerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestDatabase DATABASE = TestDatabase.h2();

  private final AtWork work = AtWork.on(DATABASE);

  @AfterEach
  void stop() {
    work.close();
    assertThat(work.hosts.workers().getFirst())
        .extracting(HostWorker::owner, HostWorker::state)
        .containsExactly(work.owner, WorkerState.STOPPED);
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  @Test
  void a_quick_run_of_sleep_says_what_waiting_together_gains() {
    Plan plan =
        AtWork.plan(
            Workload.SLEEP, Map.of("sleep_ms", 4L), 8, "jvm/sequential", "jvm/virtual-threads");
    Run run = work.submit(plan);

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

    Assessment assessment = work.assessment(run);
    assertThat(assessment.stop()).isEqualTo(StopRule.Reason.COMPLETE);
    assertThat(assessment.comparison().leader()).isEqualTo("jvm/virtual-threads");
    assertThat(assessment.comparison().placing("jvm/virtual-threads").orElseThrow().verdict())
        .isEqualTo(Verdict.FASTER);
    assertThat(assessment.entrants()).extracting(Entrant::limitNs).containsExactly(32e6, 4e6);
    theRoundsAreWholeAndInOrder(run, plan);
    whatChildrenRememberIsKept(run);
    assertThat(work.status(run, "jvm/virtual-threads"))
        .satisfies(status -> {
          assertThat(status.status()).isEqualTo(Status.MEASURED);
          assertThat(status.effectiveInFlight()).isEqualTo(8);
          assertThat(status.coldNs()).isGreaterThan(4_000_000);
          assertThat(status.factsJson()).contains("\"version\"", "\"collector\"");
        });
    Progress progress = Progress.read(String.valueOf(work.job(run).progressJson()));
    assertThat(progress.total()).isEqualTo(18);
    assertThat(progress.done()).isBetween(6, 18);
    theFactsHaveTheirShape(run);
  }

  private void theRoundsAreWholeAndInOrder(Run run, Plan plan) {
    List<Sample> measured = work.measured(run);
    assertThat(measured).hasSize(18).allMatch(Sample::valid);
    assertThat(measured)
        .allSatisfy(sample -> {
          List<ContenderName> order = BlockOrder.of(plan, sample.generation(), sample.block());
          assertThat(order.get(sample.position() - 1)).hasToString(sample.contender());
          assertThat(sample.repeats() * wallNs(sample)).isGreaterThan(80_000_000);
          JsonNode counters = JSON.readTree(sample.countersJson());
          assertThat(counters.path("block").path("window_ns").longValue())
              .isGreaterThan(wallNs(sample));
        });
    assertThat(work.samples(run.id(), SampleKind.COLD)).hasSize(6);
    assertThat(work.samples(run.id(), SampleKind.WARM_UP)).hasSizeGreaterThanOrEqualTo(12);
    long endedNs = 0;
    for (Sample sample : measured) {
      assertThat(sample.startedNs()).isGreaterThan(endedNs);
      endedNs = sample.startedNs() + wallNs(sample) * sample.repeats();
    }
  }

  private void whatChildrenRememberIsKept(Run run) {
    assertThat(work.rooms.timelines.of(run.id()))
        .extracting(Timeline::contender)
        .containsExactly("jvm/sequential", "jvm/virtual-threads");
    long tasks =
        work.measured(run).stream()
            .filter(sample -> sample.contender().equals("jvm/sequential"))
            .mapToLong(sample -> 8L * sample.repeats())
            .sum();
    List<Latency> latencies = work.rooms.latencies.of(run.id());
    assertThat(latencies).hasSize(4);
    assertThat(latencies.getFirst().histogram().count()).isEqualTo(tasks);
  }

  private void theFactsHaveTheirShape(Run run) {
    JsonNode facts = JSON.readTree(work.generations(run).getLast().factsJson());
    assertThat(facts.path("host").path("name").stringValue()).isEqualTo(AtWork.host());
    assertThat(facts.path("runtimes").path("jvm").path("version").isString()).isTrue();
    assertThat(facts.path("contenders").path("jvm/sequential").path("setup_ns").isNumber())
        .isTrue();
    assertThat(facts.path("origin").isNull()).isTrue();
  }

  @Test
  void a_run_of_power_can_be_measured_more_by_exactly_what_is_asked_for() {
    Run run =
        work.submit(
            AtWork.plan(
                Workload.POWER,
                Map.of("exponent", 20_000L),
                8,
                "jvm/sequential",
                "jvm/thread-pool"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(work.assessment(run).comparison().generations()).isEqualTo(3);
    assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
    assertThat(work.measured(run))
        .allSatisfy(sample -> assertThat(sample.usage().cpuNs()).isGreaterThan(0));

    work.rooms.runs.measureMore(run.publicId(), 1, 10_000);

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(work.generations(run)).hasSize(4).allMatch(Generation::complete);
    assertThat(work.assessment(run).comparison().blocks()).isEqualTo(12);
  }

  @Test
  void further_generations_may_measure_some_contenders_alone() {
    Run run =
        work.submit(
            AtWork.plan(
                Workload.SLEEP,
                Map.of("sleep_ms", 5L),
                8,
                "jvm/sequential",
                "jvm/threads",
                "jvm/thread-pool"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    List<ContenderName> alone =
        List.of(ContenderName.parse("jvm/threads"), ContenderName.parse("jvm/thread-pool"));

    work.rooms.runs.measureMore(run.publicId(), new MoreAsked(0, 2, alone, 10_000));

    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(work.measured(run).stream().filter(sample -> sample.generation() > 3))
        .hasSize(12)
        .allMatch(Sample::valid)
        .extracting(Sample::contender)
        .containsOnly("jvm/threads", "jvm/thread-pool");
    Comparison comparison = work.assessment(run).comparison();
    assertThat(comparison.placings()).hasSize(3);
    assertThat(comparison.placing("jvm/sequential").orElseThrow().rounds()).isEqualTo(9);
    assertThat(comparison.placing("jvm/threads").orElseThrow().rounds()).isEqualTo(15);
    assertThat(comparison.placing("jvm/threads").orElseThrow().verdict()).isEqualTo(Verdict.FASTER);
  }

  @Test
  void a_run_of_hash_has_the_answers_that_racecard_computes() {
    Map<String, Long> params = Map.of("buffer_bytes", 100_000L, "repeats", 8L);
    Run run =
        work.submit(AtWork.plan(Workload.HASH, params, 4, "jvm/sequential", "jvm/process-pool"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);
    assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
  }

  @Test
  void a_run_of_fetch_downloads_from_an_origin_that_was_tested() {
    Map<String, Long> params =
        Map.of("urls_per_task", 2L, "delay_ms", 15L, "jitter_ms", 5L, "body_bytes", 2_000L);
    Run run =
        work.submit(AtWork.plan(Workload.FETCH, params, 6, "jvm/sequential", "jvm/event-loop"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

    assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
    assertThat(work.assessment(run).comparison().leader()).isEqualTo("jvm/event-loop");
    assertThat(work.assessment(run).comparison().impossible()).isEmpty();
    JsonNode facts = JSON.readTree(work.generations(run).getFirst().factsJson());
    assertThat(facts.path("origin").path("self_test_answered_ns").longValue())
        .isGreaterThanOrEqualTo(facts.path("origin").path("self_test_asked_ns").longValue());
    JsonNode block = JSON.readTree(work.measured(run).getFirst().countersJson()).path("block");
    assertThat(block.path("origin_cpu_ns").longValue()).isGreaterThan(0);
    assertThat(block.path("origin_requests").longValue()).isGreaterThanOrEqualTo(24);
  }

  @Test
  void a_run_of_mixed_gives_every_contender_the_steps_of_one_calibration() {
    Map<String, Long> params = Map.of("task_ms", 10L, "cpu_percent", 20L);
    Run run =
        work.submit(AtWork.plan(Workload.MIXED, params, 4, "jvm/sequential", "jvm/thread-pool"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

    assertThat(work.measured(run)).hasSize(18).allMatch(Sample::valid);
    List<Long> steps =
        work.generations(run).stream()
            .map(
                generation -> JSON.readTree(generation.factsJson()).path("mixed_steps").longValue())
            .distinct()
            .toList();
    assertThat(steps).singleElement().satisfies(one -> assertThat(one).isGreaterThan(100));
  }

  @Test
  void long_rounds_warm_up_only_as_often_as_fits_two_seconds() {
    Run run =
        work.submit(AtWork.plan(Workload.SLEEP, Map.of("sleep_ms", 800L), 1, "jvm/sequential"));
    work.untilGenerations(run, 1);

    assertThat(ofFirstGeneration(run, SampleKind.COLD)).hasSize(1);
    assertThat(ofFirstGeneration(run, SampleKind.WARM_UP)).hasSize(1);
    assertThat(ofFirstGeneration(run, SampleKind.MEASURED)).hasSize(3);
  }

  private List<Sample> ofFirstGeneration(Run run, SampleKind kind) {
    return work.samples(run.id(), kind).stream()
        .filter(sample -> sample.generation() == 1)
        .toList();
  }

  @Test
  void who_cannot_be_measured_as_asked_is_skipped_with_a_remedy_and_the_rest_is_measured() {
    Run run =
        work.submit(
            AtWork.plan(
                Workload.SLEEP,
                Map.of("sleep_ms", 6L),
                4_000,
                "jvm/sequential",
                "jvm/processes",
                "jvm/virtual-threads"));
    assertThat(work.end(run).state()).isEqualTo(JobState.DONE);

    ContenderStatus processes = work.status(run, "jvm/processes");
    assertThat(processes.status()).isEqualTo(Status.SKIPPED);
    assertThat(processes.reason()).isNotBlank();
    assertThat(processes.remedy()).isNotBlank();
    ContenderStatus sequential = work.status(run, "jvm/sequential");
    assertThat(sequential.status()).isEqualTo(Status.SKIPPED);
    assertThat(sequential.reason()).contains("about 24 s", "more than 20 s");
    assertThat(work.measured(run))
        .hasSize(9)
        .allMatch(Sample::valid)
        .allMatch(sample -> sample.contender().equals("jvm/virtual-threads"));
    assertThat(work.assessment(run).entrants())
        .singleElement()
        .satisfies(only -> assertThat(only.isBaseline()).isTrue());
  }

  @Test
  void a_job_of_which_nothing_can_be_measured_fails_without_a_round() {
    Run run =
        work.submit(
            AtWork.plan(
                Workload.POWER,
                Map.of("base", 999_999_999L, "exponent", 5_000_000L),
                10_000,
                "jvm/sequential",
                "jvm/processes",
                "jvm/thread-pool"));
    Job job = work.end(run);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.failureKind()).isEqualTo(FailureKind.NOTHING_TO_MEASURE);
    assertThat(job.failureDetail()).contains("jvm/sequential: A round would take about");
    assertThat(work.rooms.samples.of(run.id())).isEmpty();
  }

  private static long wallNs(Sample sample) {
    Long wallNs = sample.wallNs();
    assertThat(wallNs).isNotNull();
    return wallNs == null ? 0 : wallNs;
  }
}
