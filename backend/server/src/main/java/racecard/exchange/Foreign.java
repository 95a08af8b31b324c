package racecard.exchange;

import java.util.List;

/**
 * What another tool measured.
 *
 * @param tool as {@link racecard.run.Imported} names it
 * @param version empty where its file does not say
 * @param host where it was measured; empty where its file does not say
 */
record Foreign(String tool, String version, String host, List<Benchmark> benchmarks) {
  /**
   * One benchmark or command.
   *
   * @param name as the tool calls it
   * @param detail how it was measured, in a few words; may be empty
   */
  record Benchmark(String name, String detail, List<InProcess> processes) {}

  /** The times of one process, in nanoseconds and in order. */
  record InProcess(List<Double> warmUpsNs, List<Double> timesNs) {}
}
