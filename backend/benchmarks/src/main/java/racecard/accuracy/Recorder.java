package racecard.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import racecard.runner.ChildFailed;
import racecard.statistics.Round;

/** Measures clones beside a busy neighbour once, for {@link Recording}. */
final class Recorder {
  private static final Path FILE =
      Path.of("backend/benchmarks/src/main/resources/recordings/2-cores-busy.csv");
  private static final int GENERATIONS = 10;
  private static final int BLOCKS = 20;

  private Recorder() {}

  /** Writes the file anew. */
  static void record() throws IOException, ChildFailed, InterruptedException {
    Race clones = new Race(Collections.nCopies(Recording.CLONES, 100));
    Random random = new Random(1);
    List<String> lines = new ArrayList<>(List.of("generation,block,clone,wall_ns"));
    try (BusyCore _ = BusyCore.start()) {
      for (int generation = 1; generation <= GENERATIONS; generation++) {
        clones.generation(generation, BLOCKS, random).stream()
            .map(Recorder::line)
            .forEach(lines::add);
      }
    }
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, lines);
  }

  private static String line(Round round) {
    String clone = round.contender().substring(round.contender().indexOf('-') + 1);
    return String.format(
        Locale.ROOT, "%d,%d,%s,%.0f", round.generation(), round.block(), clone, round.wallNs());
  }
}
