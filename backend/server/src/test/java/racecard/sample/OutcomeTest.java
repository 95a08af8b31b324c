package racecard.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import racecard.statistics.Assessment;
import racecard.statistics.Entrant;
import racecard.statistics.HostFlags;
import racecard.statistics.HostNoise;
import racecard.statistics.Round;
import racecard.statistics.StopRule;

class OutcomeTest {
  private static final List<Entrant> ENTRANTS =
      List.of(
          new Entrant("jvm/sequential", "jvm/sequential", false, 0, Double.POSITIVE_INFINITY),
          new Entrant("jvm/threads", "jvm/sequential", false, 2.5e8, 2),
          new Entrant("jvm/sequential#2", "jvm/sequential", true, 0, 1));

  @Test
  void what_was_assessed_is_read_back_equal() {
    Assessment assessment =
        Assessment.of(
                rounds(),
                ENTRANTS,
                5,
                HostFlags.of(new HostNoise(0.3, 0, 0, 0, List.of()), new double[] {}),
                9_000_000_000L)
            .stopped(StopRule.Reason.SETTLED);

    Outcome outcome = Outcome.of(0, assessment);

    assertThat(outcome.leader()).isEqualTo("jvm/threads");
    assertThat(outcome.assessment()).isEqualTo(assessment);
  }

  @Test
  void a_cell_without_a_leader_has_no_grade() {
    Outcome outcome = Outcome.of(0, Assessment.of(List.of(), ENTRANTS, 5, List.of(), 0));

    assertThat(outcome.leader()).isNull();
    assertThat(outcome.grade()).isNull();
  }

  @Test
  void progress_is_read_back_equal() {
    Progress progress = new Progress(37, 63, 2, 3, 5, "jvm/threads", null);

    assertThat(Progress.read(progress.json())).isEqualTo(progress);
  }

  private static List<Round> rounds() {
    List<Round> rounds = new ArrayList<>();
    for (int block = 1; block <= 9; block++) {
      int generation = 1 + block / 4;
      rounds.add(new Round(generation, block, "jvm/sequential", 1e9 + block * 1e6, true));
      rounds.add(new Round(generation, block, "jvm/threads", 5e8 - block * 1e6, true));
      rounds.add(new Round(generation, block, "jvm/sequential#2", 1e9 - block * 1e6, true));
    }
    return rounds;
  }
}
