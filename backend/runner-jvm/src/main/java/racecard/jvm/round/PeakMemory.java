package racecard.jvm.round;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most resident memory of this process, from Linux's own account. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  private PeakMemory() {}

  /** Lets the peak begin anew at what is resident now, where the system allows it. */
  public static void reset() {
    try {
      Files.writeString(CLEAR, "5");
    } catch (IOException | SecurityException e) {
      // Then the peak is the one since the process began, as the protocol says.
      return;
    }
  }

  /** The peak in bytes, 0 where the system does not tell. */
  public static long bytes() {
    try {
      return bytes(Files.readString(STATUS));
    } catch (IOException e) {
      return 0;
    }
  }

  private static long bytes(String status) {
    int from = status.indexOf("VmHWM:");
    int to = from < 0 ? -1 : status.indexOf(" kB", from);
    return to < 0 ? 0 : Long.parseLong(status.substring(from + 6, to).strip()) * 1024;
  }
}
