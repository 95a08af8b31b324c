package racecard.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All processes of this system at one moment: who started whom, and how much CPU time each used.
 */
public final class ProcessTable {
  private final Map<Long, ProcessStat> byPid = new HashMap<>();

  private ProcessTable() {}

  /** Reads it now; empty on a system without {@code /proc}. */
  public static ProcessTable read() {
    ProcessTable table = new ProcessTable();
    ProcFiles.processes()
        .forEach(pid -> ProcessStat.read(pid).ifPresent(stat -> table.byPid.put(pid, stat)));
    return table;
  }

  /**
   * Nanoseconds of CPU time of {@code roots} and everything they started, exact to 10 ms each;
   * empty when the system does not tell.
   */
  public OptionalLong cpuNs(Collection<Long> roots) {
    if (byPid.isEmpty()) {
      return OptionalLong.empty();
    }
    long ticks = 0;
    for (long pid : trees(roots)) {
      ProcessStat stat = byPid.get(pid);
      ticks += stat == null ? 0 : stat.cpuTicks();
    }
    return OptionalLong.of(ticks * Noise.TICK_NS);
  }

  /** The process {@code root} and everything it started. */
  Set<Long> tree(long root) {
    return trees(Set.of(root));
  }

  private Set<Long> trees(Collection<Long> roots) {
    Set<Long> found = new HashSet<>(roots);
    boolean more = true;
    while (more) {
      more = false;
      for (ProcessStat stat : byPid.values()) {
        more |= found.contains(stat.parent()) && found.add(stat.pid());
      }
    }
    return found;
  }
}
