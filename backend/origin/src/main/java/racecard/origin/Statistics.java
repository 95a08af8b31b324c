package racecard.origin;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for and answered since it was last told; touched by the server's thread only. */
final class Statistics {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Lateness lateness = new Lateness();
  private long requests;
  private long connections;
  private long openConnections;
  private long answers;
  private long drawnMinNs;
  private long drawnSumNs;
  private long drawnMaxNs;
  private long cpuBeforeNs;

  Statistics() {
    clear();
  }

  void opened() {
    connections++;
    openConnections++;
  }

  void closed() {
    openConnections--;
  }

  void asked() {
    requests++;
  }

  void answered(long drawnNs, long lateNs) {
    answers++;
    drawnMinNs = Math.min(drawnMinNs, drawnNs);
    drawnSumNs += drawnNs;
    drawnMaxNs = Math.max(drawnMaxNs, drawnNs);
    lateness.add(lateNs);
  }

  /** Tells all and begins anew, but for the connections that are open now. */
  Map<String, @Nullable Object> take() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("requests", requests);
    told.put("connections", connections);
    told.put("open_connections", openConnections);
    told.put("cpu_ns", SYSTEM.getProcessCpuTime() - cpuBeforeNs);
    told.put("drawn_min_ns", answers == 0 ? null : drawnMinNs);
    told.put("drawn_sum_ns", answers == 0 ? null : drawnSumNs);
    told.put("drawn_max_ns", answers == 0 ? null : drawnMaxNs);
    told.put("late_p50_ns", lateness.quantileNs(0.5));
    told.put("late_p95_ns", lateness.quantileNs(0.95));
    told.put("late_max_ns", lateness.maxNs());
    clear();
    return told;
  }

  void clear() {
    lateness.clear();
    requests = 0;
    connections = 0;
    answers = 0;
    drawnMinNs = Long.MAX_VALUE;
    drawnSumNs = 0;
    drawnMaxNs = 0;
    cpuBeforeNs = SYSTEM.getProcessCpuTime();
  }
}
