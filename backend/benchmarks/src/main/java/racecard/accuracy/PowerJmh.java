package racecard.accuracy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import racecard.jvm.workload.Power;

/** Ten tasks of {@code power} as JMH times them, twice the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PowerJmh {
  private static final int TASKS = 10;

  /** Of every task; as {@code power}'s parameter. */
  @Param("70000")
  public int exponent;

  /** The ten tasks. */
  @Benchmark
  public long one() {
    return tasks(exponent);
  }

  /** The same ten tasks. */
  @Benchmark
  public long other() {
    return tasks(exponent);
  }

  static long tasks(int exponent) {
    Power power = new Power(7_777, exponent);
    long sum = 0;
    for (int task = 0; task < TASKS; task++) {
      sum += power.compute(task);
    }
    return sum;
  }
}
