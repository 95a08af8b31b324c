package racecard.host;

/** The TCP connections of this system. */
public final class Sockets {
  private static final String STATISTICS = "/proc/net/sockstat";
  private static final String WAITING = " tw ";

  private Sockets() {}

  /** How many ended ones still occupy their ports (TIME_WAIT); 0 when the system does not tell. */
  public static long waiting() {
    return ProcFiles.after(STATISTICS, "TCP").map(Sockets::waiting).orElse(0L);
  }

  /** Reads {@code inuse 5 orphan 0 tw 12 alloc 7 mem 1}. */
  static long waiting(String line) {
    int at = line.indexOf(WAITING);
    return at < 0 ? 0 : ProcFiles.leadingNumber(line.substring(at + WAITING.length())).orElse(0L);
  }
}
