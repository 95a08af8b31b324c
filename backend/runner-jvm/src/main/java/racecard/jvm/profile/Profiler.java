package racecard.jvm.profile;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import racecard.jvm.line.BadMessage;
import racecard.jvm.line.Message;

/** Answers `profile` and `profile_end`: one look at this process at a time. */
public final class Profiler {
  private @Nullable Flight flight;
  private long allocatedBefore;

  /** Begins to look; throws {@link BadMessage} of kind NO_PROFILER where this Java cannot. */
  public Message begin() {
    if (flight != null) {
      throw new BadMessage("Already profiling: send `profile_end` first.");
    }
    flight = start();
    allocatedBefore = allocatedBytes();
    return Message.of("profiling").with("profiler", "JFR").with("interval_ns", Flight.INTERVAL_NS);
  }

  private static Flight start() {
    try {
      return Flight.begin();
    } catch (LinkageError | IllegalStateException e) {
      // A Java may come without the module jdk.jfr, or without a place for temporary files.
      throw noProfiler("cannot be started", e);
    }
  }

  /** Ends to look and tells what was seen. */
  public Message end() {
    Flight ended = flight;
    if (ended == null) {
      throw new BadMessage("Nothing is being profiled: send `profile` first.");
    }
    flight = null;
    long allocated = allocatedBytes();
    try {
      return ended
          .end()
          .toMessage()
          .with("allocated_bytes", allocated < 0 ? null : allocated - allocatedBefore);
    } catch (IOException e) {
      throw noProfiler("could not keep what it saw", e);
    }
  }

  private static BadMessage noProfiler(String what, Throwable why) {
    return new BadMessage("NO_PROFILER", "Java's Flight Recorder " + what + ": " + why + ".");
  }

  // Of all threads so far, ended ones too; virtual ones allocate as their carriers do.
  private static long allocatedBytes() {
    ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    return threads.isThreadAllocatedMemorySupported() ? threads.getTotalThreadAllocatedBytes() : -1;
  }
}
