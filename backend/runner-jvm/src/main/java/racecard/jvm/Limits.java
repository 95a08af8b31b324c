package racecard.jvm;

import racecard.jvm.line.Refusal;
import racecard.jvm.workload.Fetch;
import racecard.jvm.workload.Hash;
import racecard.jvm.workload.Power;

/** Refuses before measuring what would break down within it. */
final class Limits {
  private static final int FILES_OF_THE_RUNNER = 100;
  private static final int FILES_A_PROCESS = 2;
  private static final int MAX_PROCESSES = 256;
  private static final int THREADS_OF_THE_RUNNER = 100;
  private static final long MIB = 1 << 20;
  private static final long BYTES_A_THREAD = MIB / 8;
  private static final long BYTES_A_PROCESS = 64 * MIB;
  // A process that computes big integers fills its young generation once before it collects.
  private static final long BYTES_A_POWER_PROCESS = 256 * MIB;

  private final HostLimits host;

  Limits(HostLimits host) {
    this.host = host;
  }

  /** Throws Refusal, with the remedy, if this host cannot do what {@code setting} asks for. */
  void check(Setting setting) {
    int atOnce = setting.effectiveInFlight();
    switch (setting.kind()) {
      case SEQUENTIAL -> {}
      case THREADS, THREAD_POOL -> checkThreads(atOnce);
      case PROCESSES, PROCESS_POOL -> checkProcesses(setting, atOnce);
      case VIRTUAL_THREADS, EVENT_LOOP, EVENT_LOOP_BLOCKING -> {}
    }
    checkFiles(setting, atOnce);
  }

  private void checkFiles(Setting setting, int atOnce) {
    boolean processes =
        setting.kind() == Setting.Kind.PROCESSES || setting.kind() == Setting.Kind.PROCESS_POOL;
    int each = processes ? FILES_A_PROCESS : setting.workload() instanceof Fetch ? 1 : 0;
    long needed = (long) each * atOnce + FILES_OF_THE_RUNNER;
    long limit = host.openFiles();
    if (each > 0 && needed > limit) {
      throw new Refusal(
          "TOO_FEW_FILES",
          "%,d %s at once need about %,d open files, and this process may open %,d."
              .formatted(atOnce, processes ? "processes" : "downloads", needed, limit),
          "Start Racecard after `ulimit -n %d` (systemd: LimitNOFILE=%d), or measure at most %,d in flight."
              .formatted(needed, needed, Math.max(1, (limit - FILES_OF_THE_RUNNER) / each)));
    }
  }

  private void checkThreads(int atOnce) {
    long free = host.freeThreads() - THREADS_OF_THE_RUNNER;
    if (atOnce > free) {
      throw new Refusal(
          "TOO_MANY_THREADS",
          "%,d threads at once were asked for, and this host's limits (threads-max, pid_max, max_map_count, ulimit -u) leave room for about %,d."
              .formatted(atOnce, Math.max(0, free)),
          "Measure fewer in flight, or raise kernel.pid_max, vm.max_map_count and ulimit -u.");
    }
    checkMemory(atOnce, BYTES_A_THREAD, "threads");
  }

  private void checkProcesses(Setting setting, int atOnce) {
    if (atOnce > MAX_PROCESSES) {
      throw new Refusal(
          "TOO_MANY_PROCESSES",
          "%,d processes at once were asked for, and more than %d are not started."
              .formatted(atOnce, MAX_PROCESSES),
          "Measure at most %d in flight, or without this contender.".formatted(MAX_PROCESSES));
    }
    long each =
        switch (setting.workload()) {
          case Power power -> BYTES_A_POWER_PROCESS;
          case Hash hash -> BYTES_A_PROCESS + hash.bufferBytes();
          default -> BYTES_A_PROCESS;
        };
    checkMemory(atOnce, each, "processes");
  }

  private void checkMemory(int atOnce, long bytesEach, String what) {
    long half = host.freeMemoryBytes() / 2;
    if (atOnce * bytesEach > half) {
      throw new Refusal(
          "NOT_ENOUGH_MEMORY",
          "%,d %s at once need about %,d MiB, more than half of the free memory (%,d MiB)."
              .formatted(atOnce, what, atOnce * bytesEach / MIB, 2 * half / MIB),
          "Measure at most %,d in flight, or free some memory."
              .formatted(Math.max(1, half / bytesEach)));
    }
  }
}
