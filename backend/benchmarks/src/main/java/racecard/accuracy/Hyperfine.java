package racecard.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** hyperfine on two identical commands, each a JVM that does ten tasks of {@code power}. */
public final class Hyperfine {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LIMIT_MINUTES = 5;
  private static final int EXPONENT = 70_000;

  private Hyperfine() {}

  /** The command: ten tasks in a process of their own. */
  public static void main(String[] arguments) {
    System.out.println(PowerJmh.tasks(EXPONENT));
  }

  /** Whether it is on the PATH. */
  static boolean installed() {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "hyperfine")));
  }

  /**
   * Whether the ratio that it prints for two identical commands differs from 1 by more than the
   * deviation that it prints beside it.
   */
  static boolean tellsClonesApart(int runs) throws IOException, InterruptedException {
    Path result = Files.createTempFile("racecard-hyperfine", ".json");
    try {
      String command =
          "%s -XX:+UseSerialGC -cp %s %s"
              .formatted(
                  Path.of(System.getProperty("java.home"), "bin", "java"),
                  System.getProperty("java.class.path"),
                  Hyperfine.class.getName());
      run(
          List.of(
              "hyperfine", "-N", "--runs=" + runs, "--export-json=" + result, command, command));
      JsonNode results = JSON.readTree(result.toFile()).path("results");
      double ratio = mean(results.path(1)) / mean(results.path(0));
      double deviation = ratio * Math.hypot(relative(results.path(0)), relative(results.path(1)));
      return Math.abs(ratio - 1) > deviation;
    } finally {
      Files.delete(result);
    }
  }

  private static double mean(JsonNode result) {
    return result.path("mean").doubleValue();
  }

  private static double relative(JsonNode result) {
    return result.path("stddev").doubleValue() / mean(result);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " did not end well");
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
