package racecard.worker;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import racecard.host.SpinProbe;

/** Does the same work around blocks, never for more than a fiftieth of the time. */
final class SpinWatch {
  private static final long SELDOM = 49;

  private static final class Calibrated {
    static final SpinProbe PROBE = SpinProbe.calibrated();
  }

  private final SpinProbe probe = Calibrated.PROBE;
  private long notBeforeNs = System.nanoTime();

  /**
   * What the work takes now, as a block's counters name it; nothing when it was done a moment ago,
   * as at the end of the block before.
   */
  SequencedMap<String, @Nullable Long> around(String when) {
    SequencedMap<String, @Nullable Long> took = new LinkedHashMap<>();
    if (System.nanoTime() - notBeforeNs >= 0) {
      SpinProbe.Spin spin = probe.spin();
      notBeforeNs = System.nanoTime() + SELDOM * spin.spentNs();
      took.put("spin_" + when + "_cpu_ns", spin.cpuNs());
      took.put("spin_" + when + "_wall_ns", spin.wallNs());
    }
    return took;
  }
}
