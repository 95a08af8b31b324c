package racecard.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import racecard.statistics.Assessment;
import racecard.statistics.Round;

/**
 * A job on a simulated host.
 *
 * @param effects by how much the logarithm of each contender's time exceeds the first one's; the
 *     first is 0
 * @param dirty the contender after whose rounds the next one takes a fifth longer; -1 for none
 */
record Simulation(Noise noise, List<Double> effects, double marginPercent, int dirty) {
  private static final int BLOCKS = 5;
  private static final double ROUND_NS = 1e8;
  private static final double CARRIED_OVER = Math.log(1.2);

  static Simulation of(Noise noise, double marginPercent, Double... effects) {
    return new Simulation(noise, List.of(effects), marginPercent, -1);
  }

  /** The same for the same {@code seed}. */
  Assessment measure(long seed) {
    Host host = new Host(new Random(seed));
    return PseudoJob.measure(effects.size(), marginPercent, host::generation);
  }

  /** What remains from one round to the next. */
  private final class Host {
    private final Random random;
    private double drift;

    Host(Random random) {
      this.random = random;
    }

    List<Round> generation(int number) {
      double[] process = effects.stream().mapToDouble(e -> e + noise.process(random)).toArray();
      List<Integer> order = new ArrayList<>(IntStream.range(0, effects.size()).boxed().toList());
      List<Round> rounds = new ArrayList<>();
      int last = -1;
      for (int block = 1; block <= BLOCKS; block++) {
        Collections.shuffle(order, random);
        for (int contender : order) {
          drift += noise.drift(random);
          double carried = last >= 0 && last == dirty ? CARRIED_OVER : 0;
          double log = drift + process[contender] + noise.round(random) + carried;
          rounds.add(
              new Round(number, block, PseudoJob.name(contender), ROUND_NS * Math.exp(log), true));
          last = contender;
        }
      }
      return rounds;
    }
  }
}
