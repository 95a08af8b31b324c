package racecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.host.NoiseSources;

final class NoiseFindingsTest {
  private static final NoiseSources QUIET =
      new NoiseSources("performance", false, false, "tsc", 0.2, 0.0, 0L, "madvise", false, null);
  private static final NoiseSources NOISY =
      new NoiseSources(
          "powersave", true, true, "hpet", 3.1, 0.02, 1L << 30, "always", true, "1.50 cores");
  private static final NoiseSources SILENT =
      new NoiseSources(null, null, null, null, null, null, null, null, null, null);

  @Test
  void a_quiet_host_gives_no_reason_to_look() {
    assertThat(findings(QUIET).all()).hasSize(10).allMatch(one -> one.level() == Finding.Level.OK);
  }

  @Test
  void every_source_of_noise_is_worth_a_look_and_none_keeps_the_server_from_working() {
    List<Finding> noisy = findings(NOISY).all();
    assertThat(noisy)
        .hasSize(10)
        .allSatisfy(one -> {
          assertThat(one.level()).isEqualTo(Finding.Level.LOOK);
          assertThat(one.remedy()).isNotBlank();
        });
    assertThat(noisy.getFirst().line())
        .isEqualTo(
            "look  load: 3.10 threads on 2 cores over the last minute — close other programs before measuring");
  }

  @Test
  void load_is_judged_by_the_cores() {
    assertThat(NoiseFindings.load(3, 16).level()).isEqualTo(Finding.Level.OK);
    assertThat(NoiseFindings.load(3, 4).level()).isEqualTo(Finding.Level.LOOK);
  }

  @Test
  void what_the_system_does_not_tell_is_named_and_never_judged() {
    assertThat(findings(SILENT).untold()).hasSize(9).contains("CPU governor", "steal since boot");
    assertThat(findings(SILENT).all()).extracting(Finding::what).containsExactly("CPU quota");
  }

  private static Findings findings(NoiseSources noise) {
    Findings findings = new Findings();
    NoiseFindings.add(noise, 2, findings);
    return findings;
  }
}
