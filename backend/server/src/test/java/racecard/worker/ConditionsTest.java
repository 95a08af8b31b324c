package racecard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.catalog.Plan;
import racecard.catalog.Workload;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;
import racecard.statistics.Flag;

/** Which flags follow from the counters that were kept with the blocks. */
final class ConditionsTest {
  private static final String QUIET = "\"foreign_ns\":0,\"steal_ns\":0,\"throttled_ns\":0";
  private static final String[] NAMES = {"jvm/sequential", "jvm/threads"};
  private static final Plan SLEEP = AtWork.plan(Workload.SLEEP, Map.of(), 10, NAMES);
  private static final Plan FETCH = AtWork.plan(Workload.FETCH, Map.of("delay_ms", 50L), 10, NAMES);

  @Test
  void undisturbed_blocks_raise_no_flag() {
    assertThat(flags(SLEEP, blocks(QUIET, 1, true))).isEmpty();
  }

  @Test
  void what_disturbed_is_a_share_of_all_cores() {
    String disturbed = "\"foreign_ns\":200,\"steal_ns\":40,\"throttled_ns\":60";
    List<Flag> flags = flags(SLEEP, blocks(disturbed, 1, true));
    assertThat(flags).extracting(Flag::kind).containsExactly("HOST_BUSY", "STEAL", "THROTTLED");
    assertThat(flags.get(0).evidence()).containsEntry("foreign_cpu", 0.1);
    assertThat(flags.get(1).evidence()).containsEntry("steal", 0.02);
    assertThat(flags.get(2).evidence()).containsEntry("throttled", 0.03);
  }

  @Test
  void a_block_in_which_a_round_failed_says_nothing_of_the_host() {
    List<Sample> samples = blocks("\"foreign_ns\":2000", 1, false);
    samples.addAll(blocks(QUIET, 2, true));
    assertThat(flags(SLEEP, samples)).isEmpty();
  }

  @Test
  void rounds_that_are_too_short_to_be_timed_are_told_with_their_contenders() {
    List<Sample> samples = blocks(QUIET, 1, true);
    samples.add(sample("jvm/threads", 2, 2_000_000, 10, true, QUIET));
    samples.add(sample("jvm/threads", 3, 2_000_000, 10, true, QUIET));
    assertThat(flags(SLEEP, samples))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo("SHORT_ROUND");
          assertThat(flag.message()).contains("Rounds of jvm/threads took only 20.0 ms");
        });
  }

  @Test
  void an_origin_that_answers_late_or_is_busy_is_a_limit_itself() {
    String late = QUIET + ",\"origin_cpu_ns\":100,\"origin_late_p95_ns\":3000000";
    String busy = QUIET + ",\"origin_cpu_ns\":600,\"origin_late_p95_ns\":100000";
    String well = QUIET + ",\"origin_cpu_ns\":100,\"origin_late_p95_ns\":100000";
    assertThat(flags(FETCH, blocks(late, 1, true))).extracting(Flag::kind).contains("ORIGIN_BOUND");
    assertThat(flags(FETCH, blocks(busy, 1, true))).extracting(Flag::kind).contains("ORIGIN_BOUND");
    assertThat(flags(FETCH, blocks(well, 1, true))).isEmpty();
  }

  private static List<Flag> flags(Plan plan, List<Sample> samples) {
    return Conditions.of(new CellRecord(List.of(), samples), plan, new Field(plan), 2);
  }

  /** A block of 1,000 ns in which {@code counters} moved. */
  private static List<Sample> blocks(String counters, int number, boolean valid) {
    List<Sample> block = new ArrayList<>();
    for (String name : NAMES) {
      block.add(sample(name, number, 100_000_000, 1, valid, counters));
    }
    return block;
  }

  private static Sample sample(
      String name, int block, long wallNs, int repeats, boolean valid, String counters) {
    return new Sample(
        0,
        1,
        block,
        block,
        1,
        name,
        SampleKind.MEASURED,
        valid,
        valid ? null : "it failed",
        1,
        wallNs,
        repeats,
        "1",
        Usage.UNKNOWN,
        "{\"block\":{\"window_ns\":1000," + counters + "}}");
  }
}
