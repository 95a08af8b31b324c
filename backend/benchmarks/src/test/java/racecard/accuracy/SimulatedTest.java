package racecard.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers of the accuracy suite that need no quiet machine, with fewer jobs than the suite. */
final class SimulatedTest {
  private static final int JOBS = 1_000;

  @Test
  void every_simulated_number_reaches_its_goal() {
    assertThat(missed(new Simulated(JOBS).figures())).isEmpty();
  }

  @Test
  void every_number_replayed_from_recorded_noise_reaches_its_goal() {
    assertThat(missed(new Replayed(Recording.stored(), JOBS).figures())).isEmpty();
  }

  @Test
  void the_same_seed_gives_the_same_job() {
    Simulation job = Simulation.of(Noise.AWFUL, 5, 0.0, 0.1);
    assertThat(job.measure(7)).isEqualTo(job.measure(7)).isNotEqualTo(job.measure(8));
  }

  private static List<String> missed(List<Figure> figures) {
    assertThat(figures).isNotEmpty();
    return figures.stream().filter(figure -> !figure.reached()).map(Figure::row).toList();
  }
}
