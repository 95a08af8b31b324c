package racecard.jvm.round;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The system's own account of a process: {@code getrusage(2)}, which counts in microseconds and
 * keeps threads and children that have ended, where Java's beans count in ticks of 10 ms.
 */
final class NativeUsage {
  private static final int SELF = 0;
  private static final int CHILDREN = -1;
  // Two struct timeval and 14 longs, on 64-bit Linux and macOS alike.
  private static final long BYTES = 144;
  private static final long USER_SECONDS = 0;
  private static final long SYSTEM_SECONDS = 16;
  private static final long VOLUNTARY = 128;
  private static final long INVOLUNTARY = 136;

  private final MethodHandle getrusage;
  private final MemorySegment memory = Arena.ofAuto().allocate(BYTES);

  private NativeUsage(MethodHandle getrusage) {
    this.getrusage = getrusage;
  }

  /** The account, or null where this system has none that we know. */
  @SuppressWarnings("restricted") // getrusage writes 144 bytes into memory of that size
  static @Nullable NativeUsage find() {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor signature =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    try {
      return linker
          .defaultLookup()
          .find("getrusage")
          .map(symbol -> new NativeUsage(linker.downcallHandle(symbol, signature)))
          .orElse(null);
    } catch (IllegalCallerException | UnsupportedOperationException e) {
      return null;
    }
  }

  /** This process and its reaped children: CPU time, voluntary and involuntary switches. */
  synchronized long[] read() {
    long[] self = read(SELF);
    long[] children = read(CHILDREN);
    return new long[] {self[0] + children[0], self[1] + children[1], self[2] + children[2]};
  }

  private long[] read(int who) {
    try {
      int failed = (int) getrusage.invokeExact(who, memory);
      if (failed != 0) {
        throw new IllegalStateException("getrusage failed");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("getrusage failed", e);
    }
    return new long[] {
      timeNs(USER_SECONDS) + timeNs(SYSTEM_SECONDS),
      memory.get(ValueLayout.JAVA_LONG, VOLUNTARY),
      memory.get(ValueLayout.JAVA_LONG, INVOLUNTARY)
    };
  }

  private long timeNs(long offset) {
    return memory.get(ValueLayout.JAVA_LONG, offset) * 1_000_000_000
        + memory.get(ValueLayout.JAVA_INT, offset + Long.BYTES) * 1_000L;
  }
}
