package racecard.worker;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import racecard.sample.CountedBlock;
import racecard.statistics.HostNoise;

/** What the counters kept with a cell's blocks come to over all of them. */
record CountedNoise(List<CountedBlock> blocks) {

  static CountedNoise of(CellRecord cell) {
    return new CountedNoise(CountedBlock.of(cell.measured()));
  }

  /** What of it tells about a host of so many cores. */
  HostNoise ofHost(int cores) {
    return new HostNoise(
        share("foreign_ns") / cores,
        share("steal_ns") / cores,
        share("throttled_ns") / cores,
        cores > 1 ? coreWait() : 0,
        blocks.stream().flatMapToDouble(CountedBlock::spinsNs).boxed().toList());
  }

  /** A counter's share of the time in which it was read; 0 when it never was. */
  double share(String counter) {
    double windowNs =
        blocks.stream()
            .filter(block -> block.counted(counter).isPresent())
            .mapToDouble(CountedBlock::windowNs)
            .sum();
    return windowNs > 0 ? all(counter).sum() / windowNs : 0;
  }

  /** What a counter was in each block in which it was read. */
  DoubleStream all(String counter) {
    return blocks.stream()
        .map(block -> block.counted(counter))
        .flatMapToDouble(OptionalDouble::stream);
  }

  /** The share of their rounds in which single tasks waited for a core, where it was counted. */
  private double coreWait() {
    double ofNs = blocks.stream().mapToDouble(CountedBlock::waitingNs).sum();
    return ofNs > 0 ? blocks.stream().mapToDouble(CountedBlock::waitedNs).sum() / ofNs : 0;
  }
}
