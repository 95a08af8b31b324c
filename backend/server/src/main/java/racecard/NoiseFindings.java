package racecard;

import java.util.Locale;
import java.util.Set;
import racecard.host.NoiseSources;

/** What would make figures vary on this host, and what stops it. */
final class NoiseFindings {
  private static final Set<String> QUICK_CLOCKS = Set.of("tsc", "arch_sys_counter", "kvm-clock");
  private static final double BUSY_SHARE = 0.25;
  private static final double STOLEN_SHARE = 0.005;
  private static final long SWAPPED_BYTES = 100L << 20;
  private static final double MIB = 1 << 20;

  private NoiseFindings() {}

  static void add(NoiseSources noise, int cores, Findings findings) {
    findings.judge("load", noise.load(), load -> load(load, cores));
    findings.judge("CPU governor", noise.governor(), NoiseFindings::governor);
    findings.judge("boost", noise.boost(), NoiseFindings::boost);
    findings.judge("SMT", noise.sharedCores(), NoiseFindings::sharedCores);
    findings.judge("clock", noise.clock(), NoiseFindings::clock);
    findings.judge("steal since boot", noise.stolen(), NoiseFindings::stolen);
    findings.judge("swap in use", noise.swappedBytes(), NoiseFindings::swapped);
    findings.judge("transparent huge pages", noise.hugePages(), NoiseFindings::hugePages);
    findings.judge("virtual machine", noise.virtual(), NoiseFindings::virtual);
    findings.add(
        noise.quota() == null
            ? Finding.ok("CPU quota", "none")
            : Finding.look(
                "CPU quota",
                noise.quota(),
                "rounds that use more are held back: raise cpu.max, or give whole cores"));
  }

  static Finding load(double load, int cores) {
    String figure =
        String.format(Locale.ROOT, "%.2f threads on %d cores over the last minute", load, cores);
    return load <= BUSY_SHARE * cores
        ? Finding.ok("load", figure)
        : Finding.look("load", figure, "close other programs before measuring");
  }

  static Finding governor(String name) {
    return name.equals("performance")
        ? Finding.ok("CPU governor", name)
        : Finding.look(
            "CPU governor",
            name,
            "cores are slower when a round begins: cpupower frequency-set -g performance");
  }

  static Finding boost(boolean on) {
    return on
        ? Finding.look(
            "boost",
            "on",
            "one busy core is faster than all of them: echo 0 > /sys/devices/system/cpu/cpufreq/boost, or echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo")
        : Finding.ok("boost", "off");
  }

  static Finding sharedCores(boolean on) {
    return on
        ? Finding.look(
            "SMT",
            "on",
            "half of the cores are not whole ones: echo off > /sys/devices/system/cpu/smt/control")
        : Finding.ok("SMT", "off");
  }

  static Finding clock(String source) {
    return QUICK_CLOCKS.contains(source)
        ? Finding.ok("clock", source)
        : Finding.look(
            "clock",
            source,
            "reading the time is slow, which short tasks feel: boot with clocksource=tsc where the machine allows it");
  }

  static Finding stolen(double share) {
    String figure = String.format(Locale.ROOT, "%.2f %% of the time", share * 100);
    return share < STOLEN_SHARE
        ? Finding.ok("steal since boot", figure)
        : Finding.look(
            "steal since boot",
            figure,
            "other machines take this one's cores: measure where cores are not shared");
  }

  static Finding swapped(long bytes) {
    String figure = String.format(Locale.ROOT, "%,.0f MiB", bytes / MIB);
    return bytes < SWAPPED_BYTES
        ? Finding.ok("swap in use", figure)
        : Finding.look("swap in use", figure, "free memory, then: swapoff -a && swapon -a");
  }

  static Finding hugePages(String when) {
    return when.equals("always")
        ? Finding.look(
            "transparent huge pages",
            when,
            "memory figures grow in steps of 2 MiB: echo madvise > /sys/kernel/mm/transparent_hugepage/enabled")
        : Finding.ok("transparent huge pages", when);
  }

  static Finding virtual(boolean yes) {
    return yes
        ? Finding.look(
            "virtual machine", "yes", "neighbours may be felt: the grade of each run says when")
        : Finding.ok("virtual machine", "no");
  }
}
