package racecard.benchmarks;

import java.util.Arrays;
import java.util.List;
import racecard.accuracy.Accuracy;
import racecard.instrument.Report;

/** Runs one benchmark by name and prints what it measured; README.md says what each is for. */
public final class Main {
  private static final List<String> NAMES =
      List.of("queue", "runner", "server", "runtimes", "accuracy");

  private Main() {}

  /** Runs the benchmark that the first argument names. */
  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    System.out.println(Report.machine());
    switch (name) {
      case "queue" -> QueueBenchmark.run();
      case "runner" -> RunnerBenchmark.run();
      case "server" -> ServerBenchmark.run(rest);
      case "runtimes" -> RuntimesBenchmark.run();
      case "accuracy" -> Accuracy.run(rest);
      default -> {
        System.err.println("Name a benchmark: " + String.join(", ", NAMES));
        System.exit(2);
      }
    }
  }
}
