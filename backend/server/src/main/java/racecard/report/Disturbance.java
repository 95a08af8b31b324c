package racecard.report;

import org.jspecify.annotations.Nullable;

/** What can disturb a measurement and is counted, each as a share. */
public enum Disturbance {
  /** CPU time of anything but the measurement. */
  FOREIGN_CPU("foreign_cpu", "Other programs", "foreign_ns", "of all cores"),
  /** CPU time that the hypervisor gave to other machines. */
  STEAL("steal", "Taken by the hypervisor", "steal_ns", "of all cores"),
  /** Time in which a CPU quota held the measurement back. */
  THROTTLED("throttled", "Held back by a quota", "throttled_ns", "of all cores"),
  /** Time in which some process waited for a core, our own included. */
  PRESSURE("pressure", "Somebody waited for a core", "pressure_ns", "of the time"),
  /** Time in which threads of contenders with one task at a time waited for a core. */
  CORE_WAIT("core_wait", "Single tasks waited for a core", null, "of their rounds"),
  /** How much more CPU time the same fixed work takes at its slowest than at its quickest. */
  SLOWDOWN("slowdown", "The same work at its slowest", null, "more CPU time"),
  /** CPU time of the local origin, as a share of one core. */
  ORIGIN_CORE("origin_core", "Local origin", "origin_cpu_ns", "of a core");

  private final String id;
  private final String title;
  private final @Nullable String counter;
  private final String of;

  Disturbance(String id, String title, @Nullable String counter, String of) {
    this.id = id;
    this.title = title;
    this.counter = counter;
    this.of = of;
  }

  /** Its name for scripts, the same as in the evidence of warnings. */
  public String id() {
    return id;
  }

  /** What a page calls it. */
  public String title() {
    return title;
  }

  /** What the share is of. */
  public String of() {
    return of;
  }

  /** The counter of a block that it is read from; null where it is not counted per block. */
  @Nullable String counter() {
    return counter;
  }

  /** Whether the counter runs as often at once as there are cores. */
  boolean ofAllCores() {
    return switch (this) {
      case FOREIGN_CPU, STEAL, THROTTLED -> true;
      case PRESSURE, CORE_WAIT, SLOWDOWN, ORIGIN_CORE -> false;
    };
  }
}
