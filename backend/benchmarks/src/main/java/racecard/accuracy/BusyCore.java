package racecard.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A neighbour that keeps one core busy about half of the time, in a process of its own: on and off
 * for times drawn from an exponential distribution with a mean of 1.5 s. On a host with more than
 * five cores it keeps one of each five busy so, each by itself.
 */
public final class BusyCore implements AutoCloseable {
  private static final double MEAN_NS = 1.5e9;
  private static final long SEED = 20261125;
  private static final int CORES_FOR_EACH = 5;

  private final Process process;

  private BusyCore(Process process) {
    this.process = process;
  }

  /** Starts it. */
  static BusyCore start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            BusyCore.class.getName());
    return new BusyCore(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The process itself: ends when its standard input does, with its parent. */
  public static void main(String[] arguments) throws IOException {
    int many = Math.ceilDiv(Runtime.getRuntime().availableProcessors(), CORES_FOR_EACH);
    for (int i = 0; i < many; i++) {
      Random random = new Random(SEED + i);
      Thread.ofPlatform().daemon().start(() -> disturb(random));
    }
    while (System.in.read() >= 0) {
      // nothing is told to it
    }
  }

  private static void disturb(Random random) {
    while (true) {
      spin(nextNs(random));
      LockSupport.parkNanos(nextNs(random));
    }
  }

  private static long nextNs(Random random) {
    return (long) (-Math.log(1 - random.nextDouble()) * MEAN_NS);
  }

  private static void spin(long ns) {
    long until = System.nanoTime() + ns;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
