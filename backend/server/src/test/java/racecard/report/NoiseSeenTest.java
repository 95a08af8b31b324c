package racecard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import racecard.sample.Sample;
import racecard.sample.SampleKind;
import racecard.sample.Usage;

/** What pages and scripts are told of the counters that were kept with the blocks. */
final class NoiseSeenTest {
  private static final String ALL =
      """
      "foreign_ns":%d,"steal_ns":0,"throttled_ns":10,"pressure_ns":100,
      "spin_before_cpu_ns":4000000,"spin_after_cpu_ns":%d
      """;

  @Test
  void shares_are_of_all_blocks_with_the_worst_of_them() {
    NoiseEvidence noise =
        evidence(block(1, ALL.formatted(40, 4_000_000)), block(2, ALL.formatted(200, 4_400_000)));
    assertThat(noise.seen())
        .containsEntry(Disturbance.FOREIGN_CPU, new NoiseEvidence.Seen(0.06, 0.1))
        .containsEntry(Disturbance.STEAL, new NoiseEvidence.Seen(0, 0.0))
        .containsEntry(Disturbance.PRESSURE, new NoiseEvidence.Seen(0.1, 0.1))
        .containsEntry(Disturbance.CORE_WAIT, new NoiseEvidence.Seen(0.25, 0.25));
    assertThat(noise.foreignByBlock()).containsExactly(0.02, 0.1);
    assertThat(texts(noise))
        .containsEntry("Other programs", "6.0 % of all cores, 10 % in the worst block")
        .containsEntry("Taken by the hypervisor", "0 % of all cores")
        .containsEntry("Clock", "tsc, in steps of 25 ns")
        .containsEntry("Not known here", "the same work at its slowest");
  }

  @Test
  void the_same_work_is_compared_once_it_was_done_six_times() {
    List<List<Sample>> blocks = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      blocks.add(block(number, ALL.formatted(0, 5_000_000)));
    }
    NoiseEvidence noise = evidence(blocks);
    assertThat(noise.seen())
        .containsEntry(Disturbance.SLOWDOWN, new NoiseEvidence.Seen(0.25, null));
    assertThat(texts(noise))
        .containsEntry("The same work at its slowest", "25 % more CPU time")
        .doesNotContainKey("Not known here");
  }

  @Test
  void what_a_host_does_not_tell_is_named_and_never_zero() {
    NoiseEvidence noise = evidence(List.of(block(1, "\"foreign_ns\":null,\"steal_ns\":0")));
    assertThat(noise.seen()).containsOnlyKeys(Disturbance.STEAL, Disturbance.CORE_WAIT);
    assertThat(texts(noise).get("Not known here"))
        .isEqualTo(
            "other programs, held back by a quota, somebody waited for a core, the same work at"
                + " its slowest");
  }

  @Test
  void a_block_in_which_a_round_failed_says_nothing_of_the_host() {
    List<Sample> failed = new ArrayList<>(block(1, ALL.formatted(2_000, 4_000_000)));
    failed.add(sample("jvm/threads", 1, false, "{}"));
    NoiseEvidence noise = evidence(failed, block(2, ALL.formatted(40, 4_000_000)));
    assertThat(noise.foreignByBlock()).containsExactly(0.02);
    assertThat(noise.blocks()).isEqualTo(1);
  }

  private static NoiseEvidence evidence(List<Sample> first, List<Sample> second) {
    return evidence(List.of(first, second));
  }

  private static NoiseEvidence evidence(List<List<Sample>> blocks) {
    List<Sample> samples = new ArrayList<>();
    blocks.forEach(samples::addAll);
    NoiseSeen seen = new NoiseSeen(samples, 2);
    return new NoiseEvidence(
        samples.size(), 0, seen.blocks(), seen.seen(), seen.foreignByBlock(), "tsc", 25L, false);
  }

  private static Map<String, String> texts(NoiseEvidence noise) {
    Map<String, String> texts = new LinkedHashMap<>();
    noise.into(texts);
    return texts;
  }

  /** A block of 1,000 ns with one round of 400, of which it waited 100 for a core. */
  private static List<Sample> block(int number, String counters) {
    String json = "{\"core_wait_ns\":100,\"block\":{\"window_ns\":1000,%s}}".formatted(counters);
    return List.of(sample("jvm/sequential", number, true, json));
  }

  private static Sample sample(String contender, int block, boolean valid, String counters) {
    return new Sample(
        0,
        1,
        block,
        block,
        1,
        contender,
        SampleKind.MEASURED,
        valid,
        valid ? null : "it failed",
        1,
        400L,
        1,
        "1",
        Usage.UNKNOWN,
        counters);
  }
}
