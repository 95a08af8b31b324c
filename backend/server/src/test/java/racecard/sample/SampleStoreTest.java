package racecard.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.queue.Child;
import racecard.queue.ClaimedJob;
import racecard.queue.EventKind;
import racecard.queue.Finish;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;
import racecard.queue.Lease;
import racecard.run.Deletion;
import racecard.run.Run;

@OnBothDatabases
final class SampleStoreTest {
  private final TestDatabase database;
  private final Rooms rooms;
  private final Run run;
  private final Lease lease;

  SampleStoreTest(TestDatabase database) {
    this.database = database;
    this.rooms = Rooms.steered(database);
    this.run = rooms.submit();
    this.lease = rooms.queue.claim("owner", "host").orElseThrow().lease();
  }

  @Test
  void rounds_come_back_as_they_were_measured() {
    int generation = rooms.samples.begin(lease, "{\"cores\":2}").orElseThrow();
    Usage usage = new Usage(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    Sample cold = sample(generation, 1, SampleKind.COLD);
    Sample full =
        new Sample(
            0,
            generation,
            2,
            1,
            3,
            "jvm/threads",
            SampleKind.MEASURED,
            true,
            null,
            10L,
            11L,
            2,
            "1234",
            usage,
            "{\"foreign_cpu_ns\":5}");
    Sample broken =
        new Sample(
            0,
            generation,
            3,
            1,
            4,
            "jvm/sequential",
            SampleKind.MEASURED,
            false,
            "timed out",
            12L,
            null,
            1,
            null,
            Usage.UNKNOWN,
            "{}");

    assertThat(rooms.samples.append(lease, List.of(cold, full))).isEqualTo(Kept.KEPT);
    assertThat(rooms.samples.append(lease, List.of(broken))).isEqualTo(Kept.KEPT);
    assertThat(rooms.samples.append(lease, List.of())).isEqualTo(Kept.KEPT);
    rooms.samples.end(lease, generation, List.of());

    assertThat(rooms.samples.of(run.id())).containsExactly(cold, full, broken);
    Generation kept = rooms.samples.generations(run.id()).getFirst();
    assertThat(kept.factsJson()).isEqualTo("{\"cores\":2}");
    assertThat(kept.complete()).isTrue();
    assertThat(rooms.events.after(run.id(), 0, 9).getLast().kind()).isEqualTo(EventKind.GENERATION);
  }

  @Test
  void a_batch_sent_again_is_kept_once() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    List<Sample> batch =
        List.of(
            sample(generation, 1, SampleKind.WARM_UP), sample(generation, 2, SampleKind.WARM_UP));
    rooms.samples.append(lease, batch.subList(0, 1));
    assertThat(rooms.samples.append(lease, batch)).isEqualTo(Kept.KEPT);
    assertThat(rooms.samples.append(lease, batch)).isEqualTo(Kept.KEPT);
    assertThat(rooms.samples.of(run.id())).isEqualTo(batch);
  }

  @Test
  void measured_rounds_count_once_their_generation_is_complete() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.append(
        lease,
        List.of(
            sample(generation, 1, SampleKind.COLD), sample(generation, 2, SampleKind.MEASURED)));
    assertThat(kinds()).containsExactly(SampleKind.COLD, SampleKind.PARTIAL);
    rooms.samples.end(lease, generation, List.of());
    assertThat(kinds()).containsExactly(SampleKind.COLD, SampleKind.MEASURED);
  }

  @Test
  void an_interrupted_generation_stays_partial_and_the_next_one_follows() {
    int first = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.append(lease, List.of(sample(first, 1, SampleKind.MEASURED)));
    rooms.samples.end(lease, first, List.of());
    int interrupted = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.append(lease, List.of(sample(interrupted, 1, SampleKind.MEASURED)));
    rooms.rescue.rescueHost("host", "again");

    Lease again = rooms.queue.claim("again", "host").orElseThrow().lease();
    int resumed = rooms.samples.begin(again, "{}").orElseThrow();
    rooms.samples.append(again, List.of(sample(resumed, 1, SampleKind.MEASURED)));
    rooms.samples.end(again, resumed, List.of());

    assertThat(List.of(first, interrupted, resumed)).containsExactly(1, 2, 3);
    assertThat(kinds())
        .containsExactly(SampleKind.MEASURED, SampleKind.PARTIAL, SampleKind.MEASURED);
    assertThat(rooms.samples.generations(run.id()))
        .extracting(Generation::complete)
        .containsExactly(true, false, true);
  }

  @Test
  void a_worker_that_lost_its_job_adds_nothing() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.rescue.rescueHost("host", "again");
    assertThat(rooms.queue.claim("again", "host")).isPresent();

    assertThat(rooms.samples.begin(lease, "{}")).isEqualTo(OptionalInt.empty());
    assertThat(rooms.samples.append(lease, List.of(sample(generation, 1, SampleKind.MEASURED))))
        .isEqualTo(Kept.NOT_OURS);
    assertThat(rooms.samples.end(lease, generation, List.of())).isEqualTo(Kept.NOT_OURS);
    assertThat(rooms.timelines.keep(lease, timeline(generation, 3))).isEqualTo(Kept.NOT_OURS);
    assertThat(rooms.outcomes.keep(lease, measured())).isEqualTo(Kept.NOT_OURS);
    assertThat(rooms.outcomes.keep(lease, outcome("A"))).isEqualTo(Kept.NOT_OURS);

    assertThat(rooms.samples.of(run.id())).isEmpty();
    assertThat(rooms.timelines.of(run.id())).isEmpty();
    assertThat(rooms.outcomes.statuses(run.id())).isEmpty();
    assertThat(rooms.outcomes.of(run.id())).isEmpty();
  }

  @Test
  void rounds_of_a_generation_that_is_not_open_are_refused() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.end(lease, generation, List.of());
    List<Sample> late = List.of(sample(generation, 1, SampleKind.MEASURED));
    assertThatThrownBy(() -> rooms.samples.append(lease, late)).hasMessageContaining("not open");
    assertThatThrownBy(() -> rooms.samples.end(lease, generation + 1, List.of()))
        .hasMessageContaining("not open");
  }

  @Test
  void a_generation_ended_again_is_ended_once() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    List<Latency> latencies = List.of(latency(Map.of(10L, 1L)));
    for (int i = 0; i < 2; i++) {
      assertThat(rooms.samples.end(lease, generation, latencies)).isEqualTo(Kept.KEPT);
    }
    assertThat(rooms.latencies.of(run.id())).isEqualTo(latencies);
    assertThat(rooms.events.after(run.id(), 0, 99))
        .filteredOn(event -> event.kind() == EventKind.GENERATION)
        .hasSize(1);
  }

  @Test
  void latencies_of_complete_generations_are_read_together() {
    for (int i = 0; i < 2; i++) {
      int generation = rooms.samples.begin(lease, "{}").orElseThrow();
      rooms.samples.end(
          lease,
          generation,
          List.of(latency(Map.of(10L, 1L, 20L, 1L)), sinceSubmission(Map.of(5L, 3L))));
    }
    assertThat(rooms.latencies.of(run.id()))
        .containsExactlyInAnyOrder(
            latency(Map.of(10L, 2L, 20L, 2L)), sinceSubmission(Map.of(5L, 6L)));
  }

  @Test
  void the_last_timeline_of_a_contender_stands_also_when_it_has_thousands_of_lanes() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.timelines.keep(lease, timeline(generation, 1_201));
    Timeline better = timeline(generation, 1_200);
    assertThat(rooms.timelines.keep(lease, better)).isEqualTo(Kept.KEPT);
    assertThat(rooms.timelines.of(run.id())).containsExactly(better);
  }

  @Test
  void what_became_of_a_contender_replaces_what_was_said_before() {
    rooms.outcomes.keep(lease, measured());
    ContenderStatus skipped =
        new ContenderStatus(
            0, "jvm/threads", Status.SKIPPED, "too many files", "ulimit -n 8192", 4, 5L, 6L, "{}");
    rooms.outcomes.keep(lease, skipped);
    assertThat(rooms.outcomes.statuses(run.id())).containsExactly(skipped);
  }

  @Test
  void an_outcome_is_stored_with_the_finish_and_replaced_when_more_is_measured() {
    rooms.outcomes.keep(lease, outcome("C"));
    assertThat(rooms.outcomes.of(run.id())).containsExactly(outcome("C"));
    rooms.queue.finish(
        lease, new JobEnd.Done(), rooms.outcomes.finishing(run.id(), lease, outcome("B")));
    assertThat(rooms.outcomes.of(run.id())).containsExactly(outcome("B"));

    rooms.runs.measureMore(run.publicId(), 3, 100);
    ClaimedJob more = rooms.queue.claim("owner", "host").orElseThrow();
    assertThat(rooms.samples.begin(more.lease(), "{}")).hasValue(1);
    assertThat(
            rooms.queue.finish(
                more.lease(),
                new JobEnd.Done(),
                rooms.outcomes.finishing(run.id(), more.lease(), outcome("A"))))
        .isEqualTo(Finish.FINAL);
    assertThat(rooms.outcomes.of(run.id())).containsExactly(outcome("A"));
  }

  @Test
  void deleting_a_run_leaves_no_row_of_it_in_any_table() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.append(lease, List.of(sample(generation, 1, SampleKind.MEASURED)));
    rooms.timelines.keep(lease, timeline(generation, 2));
    rooms.outcomes.keep(lease, measured());
    rooms.profiles.keep(lease, measured().contender(), Findings.missing("it ended"));
    rooms.samples.end(lease, generation, List.of(latency(Map.of(1L, 1L))));
    rooms.shares.create(run.id());
    rooms.children.started(lease, new Child(1, "1"));
    assertThat(database.rows()).containsEntry("child", 1L);
    rooms.queue.finish(
        lease, new JobEnd.Done(), rooms.outcomes.finishing(run.id(), lease, outcome("A")));
    Map<String, Long> before = database.rows();
    assertThat(before).hasSizeGreaterThanOrEqualTo(14);
    before.keySet().removeAll(List.of("child", "setting", "host", "worker"));
    assertThat(before.values()).allMatch(rows -> rows > 0);

    assertThat(rooms.runs.delete(run.publicId())).isEqualTo(Deletion.DELETED);

    Map<String, Long> after = database.rows();
    assertThat(after.remove("duration")).isEqualTo(1);
    assertThat(after.values()).containsOnly(0L);
  }

  @Test
  void a_failed_job_keeps_what_was_measured() {
    int generation = rooms.samples.begin(lease, "{}").orElseThrow();
    rooms.samples.append(lease, List.of(sample(generation, 1, SampleKind.MEASURED)));
    rooms.queue.cancel(run.id());
    rooms.queue.finish(lease, new JobEnd.Cancelled(), InTransaction.NOTHING);
    assertThat(kinds()).containsExactly(SampleKind.PARTIAL);
  }

  private List<SampleKind> kinds() {
    return rooms.samples.of(run.id()).stream().map(Sample::kind).toList();
  }

  private static Sample sample(int generation, int seq, SampleKind kind) {
    return new Sample(
        0,
        generation,
        seq,
        1,
        1,
        "jvm/threads",
        kind,
        true,
        null,
        10L,
        11L,
        1,
        "1",
        Usage.UNKNOWN,
        "{}");
  }

  private static ContenderStatus measured() {
    return new ContenderStatus(
        0, "jvm/threads", Status.MEASURED, null, null, null, null, null, "{}");
  }

  private static Outcome outcome(String grade) {
    return new Outcome(0, "jvm/threads", grade, "{\"speed_up\":1.9}");
  }

  private static Latency latency(Map<Long, Long> counts) {
    return new Latency(
        0, "jvm/threads", LatencyMeasure.SERVICE, new Histogram(new TreeMap<>(counts)));
  }

  private static Latency sinceSubmission(Map<Long, Long> counts) {
    return new Latency(
        0, "jvm/threads", LatencyMeasure.SINCE_SUBMISSION, new Histogram(new TreeMap<>(counts)));
  }

  private static Timeline timeline(int generation, int lanes) {
    return new Timeline(
        0,
        "jvm/threads",
        generation,
        2,
        99,
        lanes,
        IntStream.range(0, lanes)
            .mapToObj(task ->
                new Lane(task, task, task + 1L, task + 9L, LongStream.of(3, 4).boxed().toList()))
            .toList());
  }
}
