package racecard.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import racecard.OnBothDatabases;
import racecard.Rooms;
import racecard.TestDatabase;
import racecard.catalog.ContenderName;
import racecard.catalog.Parameters;
import racecard.catalog.Plan;
import racecard.catalog.Precision;
import racecard.catalog.Workload;
import racecard.queue.InTransaction;
import racecard.queue.JobEnd;

@OnBothDatabases
final class RunListTest {
  private final Rooms rooms;

  RunListTest(TestDatabase database) {
    this.rooms = Rooms.steered(database);
  }

  @Test
  void runs_are_listed_newest_first_part_by_part_while_new_ones_come_in() {
    List<String> submitted = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      submitted.addFirst(rooms.submit().publicId());
    }
    RunPage first = rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 3, null);
    rooms.submit();
    RunPage second = rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 3, next(first));
    RunPage third = rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 3, next(second));

    assertThat(ids(first)).isEqualTo(submitted.subList(0, 3));
    assertThat(ids(second)).isEqualTo(submitted.subList(3, 6));
    assertThat(ids(third)).isEqualTo(submitted.subList(6, 7));
    assertThat(third.next()).isEmpty();
  }

  @Test
  void every_order_leads_back_over_the_same_parts() {
    for (String label : List.of("b", "a", "b", "", "a", "c", "b")) {
      rooms.submit(label, null);
    }
    for (RunOrder order : RunOrder.values()) {
      RunPage first = rooms.list.list(RunFilter.ALL, order, 2, null);
      RunPage second = rooms.list.list(RunFilter.ALL, order, 2, next(first));
      RunPage third = rooms.list.list(RunFilter.ALL, order, 2, next(second));
      RunPage back = rooms.list.listBefore(RunFilter.ALL, order, 2, third.previous().orElseThrow());
      assertThat(ids(back)).isEqualTo(ids(second));
      assertThat(first.previous()).isEmpty();
      RunPage start = rooms.list.listBefore(RunFilter.ALL, order, 2, back.previous().orElseThrow());
      assertThat(ids(start)).isEqualTo(ids(first));
    }
  }

  @Test
  void a_place_that_nobody_gave_out_is_the_beginning() {
    rooms.submit();
    List<String> first = ids(rooms.list.list(RunFilter.ALL, RunOrder.LABEL, 3, null));
    for (String place : List.of("", "x", "%", "OTk5OTk5OTk5OTk5OTk5OTk5OTk6", "MToA", "MTpiAGM")) {
      assertThat(ids(rooms.list.list(RunFilter.ALL, RunOrder.LABEL, 3, place)))
          .as(place)
          .isEqualTo(first);
    }
  }

  @Test
  void runs_are_counted_as_they_are_filtered_and_found_by_number() {
    Run one = rooms.submit("one", null);
    Run other = rooms.submit("other", null);
    RunFilter labelled = new RunFilter(null, null, null, one.publicId(), null);
    assertThat(rooms.list.count(labelled)).isEqualTo(1);
    assertThat(rooms.list.count(RunFilter.ALL))
        .isEqualTo(rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 1_000, null).runs().size());
    rooms.queue.cancel(other.id());
    rooms.runs.delete(other.publicId());
    assertThat(rooms.list.numbered(List.of(one.id(), other.id()))).containsOnlyKeys(one.id());
    assertThat(rooms.list.numbered(List.of())).isEmpty();
  }

  @Test
  void every_order_reads_every_run_once() {
    for (String label : List.of("b", "a", "b", "", "a", "c")) {
      rooms.submit(label, null);
    }
    for (RunOrder order : RunOrder.values()) {
      List<String> read = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        RunPage page = rooms.list.list(RunFilter.ALL, order, 2, after.orElse(null));
        read.addAll(ids(page));
        page.runs().forEach(run -> labels.add(run.label()));
        after = page.next();
      } while (after.isPresent());
      assertThat(read).as(order.id()).hasSize(6).doesNotHaveDuplicates();
      if (order == RunOrder.LABEL) {
        assertThat(labels).isSorted();
      }
    }
  }

  @Test
  void filters_restrict_and_combine() {
    Run power = submit(Workload.POWER, "jvm/threads", "Nightly Build", "x");
    Run sleep = submit(Workload.SLEEP, "jvm/threads#2", "other", "100% \\_ real");
    rooms.queue.finish(
        rooms.queue.claim("owner", "host").orElseThrow().lease(),
        new JobEnd.Done(),
        InTransaction.NOTHING);

    assertThat(list("sleep", null, null, null)).containsExactly(sleep.publicId());
    assertThat(list(null, RunState.DONE, null, null)).containsExactly(power.publicId());
    assertThat(list(null, RunState.QUEUED, null, null)).containsExactly(sleep.publicId());
    assertThat(list(null, null, "jvm/threads", null)).containsExactly(power.publicId());
    assertThat(list(null, null, null, "NIGHTLY")).containsExactly(power.publicId());
    assertThat(list(null, null, null, "100% \\_")).containsExactly(sleep.publicId());
    assertThat(list(null, null, null, "a%b")).isEmpty();
    assertThat(list(null, null, null, sleep.publicId())).containsExactly(sleep.publicId());
    assertThat(list(null, null, null, "demo")).hasSize(2);
    assertThat(list("power", RunState.QUEUED, null, null)).isEmpty();
  }

  @Test
  void the_same_experiment_is_the_same_work_by_the_same_contenders() {
    Run first = submit(Workload.POWER, "jvm/threads", "a", "");
    Run again = submit(Workload.POWER, "jvm/threads", "b", "");
    Run other = submit(Workload.POWER, "jvm/processes", "c", "");
    RunFilter same = new RunFilter(null, null, null, null, first.experiment());
    assertThat(ids(rooms.list.list(same, RunOrder.OLDEST, 9, null)))
        .containsExactly(first.publicId(), again.publicId());
    assertThat(other.experiment()).isNotEqualTo(first.experiment());
  }

  @Test
  void a_cursor_that_is_none_begins_at_the_start() {
    rooms.submit();
    assertThat(rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 5, "!?").runs()).hasSize(1);
    assertThat(rooms.list.list(RunFilter.ALL, RunOrder.NEWEST, 5, "eA").runs()).hasSize(1);
  }

  private List<String> list(
      @Nullable String workload,
      @Nullable RunState state,
      @Nullable String contender,
      @Nullable String text) {
    return ids(
        rooms.list.list(
            new RunFilter(workload, state, contender, text, null), RunOrder.NEWEST, 50, null));
  }

  private Run submit(Workload workload, String contender, String label, String note) {
    Plan plan =
        new Plan(
            Parameters.of(workload, Map.of()),
            10,
            10,
            List.of(ContenderName.parse("jvm/sequential"), ContenderName.parse(contender)),
            null,
            Precision.QUICK,
            5,
            120,
            1,
            List.of());
    return rooms
        .runs
        .submit(new NewRun(plan, label, List.of("demo"), note, "", null, null, 1_000))
        .run();
  }

  private static List<String> ids(RunPage page) {
    return page.runs().stream().map(Run::publicId).toList();
  }

  private static String next(RunPage page) {
    return page.next().orElseThrow();
  }
}
