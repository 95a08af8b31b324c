package racecard.host;

import java.util.Optional;

/**
 * What a process and all that it started take of memory together at one moment.
 *
 * <p>{@code Pss} and {@code Rss} of {@code /proc/PID/smaps_rollup} (man 5 proc). Reading it makes
 * the kernel walk the page tables of each process: not for while something is timed.
 *
 * @param pssBytes proportional set size: a page that several processes share counts in parts
 * @param rssBytes resident set size: a page that several processes share counts for each
 * @param processes how many told
 */
public record TreeMemory(long pssBytes, long rssBytes, int processes) {
  private static final long KIB = 1_024;

  /** Reads it now; empty on a system that does not tell. */
  public static Optional<TreeMemory> read(long pid) {
    return ProcessTable.read().tree(pid).stream()
        .flatMap(one -> process(one).stream())
        .reduce(TreeMemory::plus);
  }

  private static Optional<TreeMemory> process(long pid) {
    String file = "/proc/" + pid + "/smaps_rollup";
    return ProcFiles.number(file, "Pss:")
        .flatMap(pss ->
            ProcFiles.number(file, "Rss:").map(rss -> new TreeMemory(pss * KIB, rss * KIB, 1)));
  }

  private TreeMemory plus(TreeMemory other) {
    return new TreeMemory(
        pssBytes + other.pssBytes, rssBytes + other.rssBytes, processes + other.processes);
  }
}
