package racecard.accuracy;

import static racecard.statistics.Verdict.FASTER;
import static racecard.statistics.Verdict.SLOWER;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import racecard.runner.ChildFailed;
import racecard.statistics.Assessment;
import racecard.statistics.Effect;
import racecard.statistics.Placing;
import racecard.statistics.Round;

/** Live: real children, of which one executes more tasks than the other: 105 or 110 to 100. */
final class Effects {
  private static final int TASKS = 100;
  private static final int BLOCKS = 5;
  private static final double MARGIN_PERCENT = 3;

  private final int jobs;

  /** As many jobs for each effect. */
  Effects(int jobs) {
    this.jobs = jobs;
  }

  List<Figure> figures() throws Exception {
    List<Placing> tenth = measure(110);
    List<Placing> twentieth = measure(105);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        rate(tenth, p -> p.verdict() == SLOWER).atLeast(0.92, "M2", "+10 % called slower, live"));
    figures.add(
        rate(twentieth, p -> effect(p).high() < 0)
            .atLeast(0.85, "M2", "+5 %: the interval excludes 1, live"));
    figures.add(
        rate(both(tenth, twentieth), p -> p.verdict() == FASTER)
            .atMost(0, "M2", "+5 % or +10 % called faster, live"));
    figures.add(
        rate(twentieth, p -> covers(p, Math.log(1.05)))
            .atLeast(0.90, "M3", "the interval covers 1.05, live"));
    return figures;
  }

  private List<Placing> measure(int tasks) throws Exception {
    List<Placing> placings = new ArrayList<>();
    for (int job = 1; job <= jobs; job++) {
      Random random = new Random(job);
      Race race = new Race(List.of(TASKS, tasks));
      Assessment measured =
          PseudoJob.measure(2, MARGIN_PERCENT, number -> generation(race, number, random));
      placings.add(measured.comparison().placings().get(1));
    }
    return placings;
  }

  static List<Round> generation(Race race, int number, Random random) {
    try {
      return race.generation(number, BLOCKS, random);
    } catch (ChildFailed failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Rate rate(List<Placing> placings, Predicate<Placing> counts) {
    return new Rate(placings.stream().filter(counts).count(), placings.size());
  }

  private static List<Placing> both(List<Placing> some, List<Placing> others) {
    List<Placing> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  private static Effect effect(Placing placing) {
    return Objects.requireNonNull(placing.effect());
  }

  private static boolean covers(Placing placing, double longer) {
    return effect(placing).low() <= -longer && -longer <= effect(placing).high();
  }
}
