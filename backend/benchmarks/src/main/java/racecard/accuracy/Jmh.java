package racecard.accuracy;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import racecard.runner.Installation;

/** JMH on {@link PowerJmh}, with the flags of our measured children. */
final class Jmh {
  private Jmh() {}

  /** Whether it shows two identical methods with intervals (99.9 %) that do not overlap. */
  static boolean tellsClonesApart() throws RunnerException {
    Collection<RunResult> results =
        run(
            options()
                .include(PowerJmh.class.getName())
                .forks(5)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(100)));
    double[][] intervals =
        results.stream()
            .map(one -> one.getPrimaryResult().getScoreConfidence())
            .toArray(double[][]::new);
    return intervals[0][1] < intervals[1][0] || intervals[1][1] < intervals[0][0];
  }

  /** The average time of ten tasks, in nanoseconds. */
  static double averageNs(int exponent) throws RunnerException {
    return run(options()
            .include(PowerJmh.class.getName() + ".one")
            .param("exponent", String.valueOf(exponent))
            .forks(3)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1)))
        .iterator()
        .next()
        .getPrimaryResult()
        .getScore();
  }

  private static ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .verbosity(VerboseMode.SILENT)
        .jvmArgs(Installation.RUNNER_FLAGS.toArray(String[]::new));
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run();
  }
}
