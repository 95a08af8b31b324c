package racecard.worker;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import racecard.host.Noise;
import racecard.host.ProcessTable;

/**
 * What else the host did meanwhile.
 *
 * <p>The CPU time of others is what all processes used less what this process and everything it
 * started used: contenders, their processes, the origin and the coordinator itself. Both move in
 * steps of 10 ms, so it is counted per block and never per round.
 */
final class NoiseWatch {
  private final long nowNs = System.nanoTime();
  private final Noise noise = Noise.read();
  private final OptionalLong ownNs =
      ProcessTable.read().cpuNs(List.of(ProcessHandle.current().pid()));

  /** Begins to watch. */
  static NoiseWatch begin() {
    return new NoiseWatch();
  }

  private NoiseWatch() {}

  /** What happened since, as a block's counters name it; null is what this system does not tell. */
  SequencedMap<String, @Nullable Long> soFar() {
    NoiseWatch now = new NoiseWatch();
    SequencedMap<String, @Nullable Long> seen = now.noise.since(noise);
    Long busyNs = seen.get("busy_ns");
    seen.put("window_ns", now.nowNs - nowNs);
    if (busyNs != null && now.ownNs.isPresent() && ownNs.isPresent()) {
      long own = now.ownNs.getAsLong() - ownNs.getAsLong();
      seen.put("own_ns", own);
      seen.put("foreign_ns", Math.max(0, busyNs - own));
    }
    return seen;
  }
}
