package racecard.host;

import java.util.List;
import java.util.Optional;

/**
 * A process of this host, told apart from earlier and later ones of the same number.
 *
 * @param started names its start exactly within the host's life, at most 40 characters; empty when
 *     the system does not tell
 */
public record ProcessId(long pid, String started) {
  private static final int BOOT_SHOWN = 8;

  /** The process {@code pid} as it is now; empty when there is none. */
  public static Optional<ProcessId> of(long pid) {
    if (onLinux()) {
      return ProcessStat.read(pid)
          .filter(stat -> !stat.zombie())
          .map(stat -> new ProcessId(pid, boot() + "-" + stat.startTicks()));
    }
    return ProcessHandle.of(pid).map(handle -> new ProcessId(pid, startInstant(handle)));
  }

  /** This very process. */
  public static ProcessId self() {
    long pid = ProcessHandle.current().pid();
    return of(pid).orElseGet(() -> new ProcessId(pid, ""));
  }

  /** Whether it still runs; false when the system does not tell. */
  public boolean isAlive() {
    return !started.isEmpty() && of(pid).map(this::equals).orElse(false);
  }

  /** The processes of this system whose environment has {@code name}, with its text. */
  public static List<Marked> marked(String name) {
    String prefix = name + "=";
    return ProcFiles.processes().stream()
        .flatMap(pid ->
            ProcFiles.environment(pid).stream()
                .filter(entry -> entry.startsWith(prefix))
                .limit(1)
                .flatMap(entry ->
                    of(pid).map(id -> new Marked(id, entry.substring(prefix.length()))).stream()))
        .toList();
  }

  /** A process and what its environment says. */
  public record Marked(ProcessId process, String text) {}

  private static boolean onLinux() {
    return ProcFiles.firstLine("/proc/self/stat").isPresent();
  }

  private static String boot() {
    return ProcFiles.firstLine("/proc/sys/kernel/random/boot_id")
        .map(id -> id.substring(0, Math.min(BOOT_SHOWN, id.length())))
        .orElse("boot");
  }

  private static String startInstant(ProcessHandle handle) {
    return handle.info().startInstant().map(at -> String.valueOf(at.toEpochMilli())).orElse("");
  }
}
