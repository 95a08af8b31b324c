package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.catalog.Workload;
import racecard.sample.Findings;
import racecard.sample.Findings.Event;

/** What a profile says, in sentences. */
final class InsideTest extends WithStoredRuns {
  private static final String SEQUENTIAL = "jvm/sequential";
  private static final String VIRTUAL = "jvm/virtual-threads";
  private static final String POOL = "jvm/process-pool";
  private static final long MS = 1_000_000;

  private static Inside inside(String contender, Findings findings) {
    return Inside.of(
            report(
                    measuring(StoredRun.plan(Workload.POWER, null, SEQUENTIAL, contender))
                        .processes(contender, contender.equals(POOL) ? 3 : 1)
                        .generations(3, Map.of(SEQUENTIAL, 1000.0, contender, 500.0))
                        .profiled(contender, findings)
                        .done())
                .contender(contender)
                .orElseThrow())
        .orElseThrow();
  }

  private static Findings seen(List<Event> events) {
    return new Findings(
        "JFR",
        "",
        20,
        2_000 * MS,
        10 * MS,
        200,
        List.of(new Findings.Function("a.B.c", 150), new Findings.Function("d", 2)),
        events,
        400_000_000L,
        null);
  }

  @Test
  void it_says_what_it_rests_on_and_where_the_time_went() {
    Inside inside = inside(VIRTUAL, seen(List.of()));
    assertThat(inside.looked()).isEqualTo("JFR every 10.0 ms, 20 rounds in 2.000 s");
    assertThat(inside.functions())
        .containsExactly(new Inside.Share("a.B.c", 0.75), new Inside.Share("d", 0.01));
    assertThat(inside.sentences()).containsExactly("It allocated *20 MB* a round.");
  }

  @Test
  void a_few_looks_name_no_function() {
    Findings few =
        new Findings(
            "JFR",
            "",
            1,
            MS,
            MS,
            9,
            List.of(new Findings.Function("a.B.c", 9)),
            List.of(),
            null,
            null);
    assertThat(inside(VIRTUAL, few).functions()).isEmpty();
  }

  @Test
  void what_stopped_it_is_told_with_its_longest() {
    assertThat(
            inside(
                    VIRTUAL,
                    seen(
                        List.of(
                            new Event("gc_pause", 1, 4 * MS, 4 * MS, "G1 *Young*"),
                            new Event("lock_wait", 1_200, 80 * MS, 2 * MS, null),
                            new Event("pinned", 2, 30 * MS, 20 * MS, "a.B.c: native"),
                            new Event("moonrise", 3, 3 * MS, 2 * MS, null))))
                .sentences())
        .startsWith(
            "The garbage collector paused it *once*, *4.00 ms* together and 4.00 ms at longest (G1 ∗Young∗).",
            "Threads waited *1,200* times for each other's monitors, *80.0 ms* together and 2.00 ms at longest.",
            "Virtual threads waited *2* times and kept their carrier, *30.0 ms* together and 20.0 ms at longest (a.B.c: native).",
            "moonrise *3* times, *3.00 ms* together and 2.00 ms at longest.");
  }

  @Test
  void what_never_happened_is_told_only_where_one_would_ask() {
    List<Event> nothing =
        List.of(new Event("gc_pause", 0, 0, 0, null), new Event("pinned", 0, 0, 0, null));
    assertThat(inside(VIRTUAL, seen(nothing)).sentences())
        .contains("No virtual thread kept its carrier while it waited.")
        .noneMatch(sentence -> sentence.contains("collector"));
    assertThat(inside("jvm/threads", seen(nothing)).sentences())
        .noneMatch(sentence -> sentence.contains("carrier"));
  }

  @Test
  void compiling_is_told_where_it_takes_a_share_of_the_time() {
    assertThat(inside(VIRTUAL, seen(List.of(new Event("compilation", 9, 90 * MS, MS, null)))))
        .extracting(Inside::sentences)
        .asString()
        .doesNotContain("compile");
    assertThat(inside(VIRTUAL, seen(List.of(new Event("compilation", 9, 110 * MS, MS, null)))))
        .extracting(Inside::sentences)
        .asString()
        .contains("The compiler still compiled *9* times");
  }

  @Test
  void waiting_for_the_interpreter_is_told_by_its_mean() {
    assertThat(
            inside(
                    VIRTUAL,
                    seen(List.of(new Event("interpreter_wait", 100, 520 * MS, 71 * MS, null))))
                .sentences())
        .contains(
            "A thread that asked for the interpreter got it *5.20 ms* after it was due on average and 71.0 ms at longest.");
    assertThat(
            inside(VIRTUAL, seen(List.of(new Event("loop_lag", 100, 20 * MS, 9 * MS, null))))
                .sentences())
        .contains("The main thread's loop came to its timers *200 µs* late on average.");
  }

  @Test
  void memory_that_processes_share_is_not_counted_twice() {
    Findings shared =
        new Findings(
            "JFR",
            "",
            1,
            MS,
            MS,
            0,
            List.of(),
            List.of(),
            null,
            new Findings.Memory(210_000_000, 480_000_000, 3));
    assertThat(inside(POOL, shared).sentences())
        .containsExactly(
            "Its *3* processes took *210 MB* of memory together at most (PSS): 56 % of what they count one by one (480 MB, RSS) is shared.",
            "Its tasks execute in processes of their own, which this does not look into: it shows who hands them out.");
  }

  @Test
  void who_could_not_be_looked_into_says_why() {
    Inside inside = inside(VIRTUAL, Findings.missing("the runner of this runtime has no profiler"));
    assertThat(inside.looked()).isEmpty();
    assertThat(inside.functions()).isEmpty();
    assertThat(inside.sentences())
        .containsExactly("Not looked into: the runner of this runtime has no profiler");
  }

  @Test
  void nothing_is_told_where_nobody_looked() {
    assertThat(
            Inside.of(
                measured(
                        StoredRun.plan(Workload.POWER, null, SEQUENTIAL, VIRTUAL),
                        Map.of(SEQUENTIAL, 1000.0, VIRTUAL, 500.0))
                    .contender(VIRTUAL)
                    .orElseThrow()))
        .isEmpty();
  }
}
