package racecard.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import racecard.statistics.Assessment;
import racecard.statistics.Round;

/**
 * Rounds of {@value #CLONES} clones, measured once on a real machine beside a busy neighbour, from
 * which any number of jobs can be drawn.
 *
 * @param walls times in nanoseconds by generation, block and clone
 */
record Recording(List<List<double[]>> walls) {
  static final int CLONES = 4;

  private static final String RESOURCE = "/recordings/2-cores-busy.csv";
  private static final int BLOCKS = 5;

  /** The one that lies in the resources, as {@code accuracy record} wrote it. */
  static Recording stored() {
    try (InputStream file = Recording.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Recording read(BufferedReader lines) {
    List<List<double[]>> walls = new ArrayList<>();
    lines
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> {
          int generation = Integer.parseInt(cells[0]);
          int block = Integer.parseInt(cells[1]);
          while (walls.size() < generation) {
            walls.add(new ArrayList<>());
          }
          List<double[]> blocks = walls.get(generation - 1);
          while (blocks.size() < block) {
            blocks.add(new double[CLONES]);
          }
          blocks.get(block - 1)[Integer.parseInt(cells[2])] = Double.parseDouble(cells[3]);
        });
    return new Recording(walls);
  }

  /**
   * A job of {@code contenders} whose generations are drawn from the recorded ones with
   * replacement, each from a stretch of neighbouring blocks; whose times are whose is drawn anew in
   * each generation, so that what made one process slower stays with it.
   *
   * @param effect by how much the logarithm of every time but the first contender's is raised
   */
  Assessment job(long seed, int contenders, double effect, double marginPercent) {
    Random random = new Random(seed);
    return PseudoJob.measure(
        contenders, marginPercent, number -> generation(number, contenders, effect, random));
  }

  private List<Round> generation(int number, int contenders, double effect, Random random) {
    List<double[]> recorded = walls.get(random.nextInt(walls.size()));
    int from = random.nextInt(recorded.size() - BLOCKS + 1);
    List<Integer> clones = new ArrayList<>(IntStream.range(0, CLONES).boxed().toList());
    Collections.shuffle(clones, random);
    List<Round> rounds = new ArrayList<>();
    for (int block = 1; block <= BLOCKS; block++) {
      double[] times = recorded.get(from + block - 1);
      for (int contender = 0; contender < contenders; contender++) {
        double longer = contender == 0 ? 1 : Math.exp(effect);
        rounds.add(
            new Round(
                number,
                block,
                PseudoJob.name(contender),
                times[clones.get(contender)] * longer,
                true));
      }
    }
    return rounds;
  }
}
