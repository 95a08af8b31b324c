package racecard.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** pyperf, fetched for one timing and gone after it. */
public final class Pyperf {
  private static final int LIMIT_MINUTES = 5;

  private Pyperf() {}

  /** The median time of ten powers, as the article has them, in seconds. */
  public static double median(Path python, int exponent) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("racecard-pyperf");
    try {
      run(
          List.of(
              python.toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--target",
              folder.toString(),
              "pyperf"),
          folder);
      Path result = folder.resolve("result.json");
      run(
          List.of(
              python.toString(),
              "-m",
              "pyperf",
              "timeit",
              "--processes=5",
              "--values=3",
              "--warmups=1",
              "--loops=1",
              "--inherit-environ=PYTHONPATH",
              "--output=" + result,
              "--setup",
              "bases = [7777 + 2 * i for i in range(10)]",
              "for base in bases: base ** %d %% (2 ** 61 - 1)".formatted(exponent)),
          folder);
      String said =
          run(
              List.of(
                  python.toString(),
                  "-c",
                  "import pyperf; print(pyperf.Benchmark.load('%s').median())".formatted(result)),
              folder);
      return Double.parseDouble(said.strip());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String run(List<String> command, Path libraries)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", libraries.toString());
    Path output = Files.createTempFile("racecard-pyperf", ".out");
    Process process = builder.redirectOutput(output.toFile()).start();
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
